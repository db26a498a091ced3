/** What a move between releases needs and no dataclass says; read by hand, each with where it was read. */

import type { Json } from "@/lib/checker/catalog";
import type { InheritedKey, ReplacedValue } from "./facts";

/**
 * Keys of transformers that are gone from both lines that the facts describe.
 *
 * transformers 4.41 renamed `evaluation_strategy` (huggingface/transformers#30190); v0.8.0 is the first release that asks for
 * 4.41 or later, so the new name is good in it and all later ones.
 */
export const earlierInheritedKeys: readonly InheritedKey[] = [
  { name: "evaluation_strategy", replacedBy: ["eval_strategy"] },
];

export interface InheritedRename {
  readonly from: string;
  readonly to: string;
  /** The first release that certainly takes the new name. */
  readonly since: string;
  readonly source: { readonly text: string; readonly url: string };
}

export const inheritedRenames: readonly InheritedRename[] = [
  {
    from: "evaluation_strategy",
    to: "eval_strategy",
    since: "v0.8.0",
    source: {
      text: "huggingface/transformers#30190",
      url: "https://github.com/huggingface/transformers/pull/30190",
    },
  },
];

/** The declaration turned from a bool into a word: off was what `false` did (llmtuner/model/patcher.py @ v0.6.3). */
export const earlierValues: readonly ReplacedValue[] = [
  { key: "flash_attn", value: false, removedIn: "v0.7.0", use: { flash_attn: "off" } },
];

export interface UnitChange {
  readonly key: string;
  /** The first release with the new unit. */
  readonly release: string;
  readonly forward: (value: number) => number;
  readonly back: (value: number) => number;
  readonly what: { readonly en: string; readonly zh: string };
  readonly source: { readonly text: string; readonly url: string };
}

const squared = (key: string): UnitChange => ({
  key,
  release: "v0.9.1",
  forward: (side) => side * side,
  back: (pixels) => Math.round(Math.sqrt(pixels)),
  what: {
    en: "It was the longer side in pixels; it is the number of pixels (width × height). The square of the side is the same limit for a square picture.",
    zh: "原来是长边的像素数，现在是总像素数（宽 × 高）；对正方形图片来说，边长的平方就是同样的上限。",
  },
  source: {
    text: "src/llamafactory/data/mm_plugin.py:85 @ v0.9.1",
    url: "https://github.com/hiyouga/LLaMA-Factory/blob/v0.9.1/src/llamafactory/data/mm_plugin.py#L85",
  },
});

/** Numbers that mean something else under the same name. */
export const unitChanges: readonly UnitChange[] = [squared("image_resolution"), squared("video_resolution")];

export interface BehaviourChange {
  readonly key: string;
  /** The first release that behaves in the new way; the key appeared with it. */
  readonly release: string;
  /** What the new key has to say for the old behaviour. */
  readonly old: Json;
  readonly now: Json;
  readonly source: { readonly text: string; readonly url: string };
}

/** New keys whose default is not what earlier releases did. */
export const behaviourChanges: readonly BehaviourChange[] = [
  {
    // Until v0.9.1 only the vision tower could be frozen, so that full fine-tuning trained the projector too.
    key: "freeze_multi_modal_projector",
    release: "v0.9.2",
    old: false,
    now: true,
    source: {
      text: "src/llamafactory/model/model_utils/visual.py @ v0.9.1",
      url: "https://github.com/hiyouga/LLaMA-Factory/blob/v0.9.1/src/llamafactory/model/model_utils/visual.py",
    },
  },
];
