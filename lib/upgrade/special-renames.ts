import { numberOf } from "@/lib/checker/python/values";
import type { ChangeSource } from "./facts";
import type { Written } from "./relevance";

interface SpecialRename {
  readonly from: string;
  readonly to: string;
  /** The first release for which the new name is right. */
  readonly release: string;
  /** Backwards too, or only forwards. */
  readonly isReversible: boolean;
  readonly holds: (written: Written) => boolean;
  readonly what: { readonly en: string; readonly zh: string };
  readonly source: ChangeSource;
}

const blob = "https://github.com/hiyouga/LLaMA-Factory/blob";

/** Keys that live on under their name and yet have to be written as another one in some configurations. */
const specialRenames: readonly SpecialRename[] = [
  {
    from: "dataset",
    to: "eval_dataset",
    release: "v0.8.3",
    isReversible: true,
    holds: (written) => written.get("do_predict") === true && written.get("do_train") !== true,
    what: {
      en: "a run that only predicts reads eval_dataset since v0.8.3, and read dataset before.",
      zh: "只做预测的运行从 v0.8.3 起读取 eval_dataset，此前读取 dataset。",
    },
    source: {
      text: "src/llamafactory/train/sft/workflow.py:115 @ v0.8.3",
      url: `${blob}/v0.8.3/src/llamafactory/train/sft/workflow.py#L115`,
    },
  },
  {
    from: "warmup_steps",
    to: "warmup_ratio",
    release: "v0.8.0",
    isReversible: false,
    holds: (written) => {
      const steps = numberOf(written.get("warmup_steps") ?? null);
      return steps !== undefined && steps > 0 && steps < 1;
    },
    what: {
      en: "a fraction is a share of the run, which is warmup_ratio. Earlier releases took the fraction for less than one step, so that there was no warmup; write warmup_steps: 0 to keep that.",
      zh: "小数表示占整个训练的比例，应写成 warmup_ratio。早先的版本把它当作不足一步，等于没有预热；想保持那样，请写 warmup_steps: 0。",
    },
    source: {
      text: "examples/lora_single_gpu/llama3_lora_sft.yaml @ v0.8.0",
      url: `${blob}/v0.8.0/examples/lora_single_gpu/llama3_lora_sft.yaml`,
    },
  },
];

export interface FoundRename extends Pick<SpecialRename, "release" | "what" | "source"> {
  readonly to: string;
}

export function findSpecialRename(
  name: string,
  written: Written,
  isForward: (release: string) => boolean,
  isBackward: (release: string) => boolean,
): FoundRename | null {
  for (const { from, to, release, isReversible, holds, what, source } of specialRenames) {
    if (!holds(written)) continue;
    if (name === from && !written.has(to) && isForward(release)) return { to, release, what, source };
    if (name === to && isReversible && !written.has(from) && isBackward(release))
      return { to: from, release, what, source };
  }
  return null;
}
