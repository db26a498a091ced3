import type { Json } from "@/lib/checker/catalog";
import { commaList, converted, inWords, lost, type Outcome, type Rule, same, unneeded } from "./types";

const attention: Readonly<Record<string, string>> = {
  flash_attention_2: "fa2",
  flash_attention_3: "fa3",
  flash_attn: "fa2",
  sdpa: "sdpa",
  eager: "disabled",
};

export const attentionRule: Rule = (value) => {
  const word = attention[inWords(value)];
  return word === undefined
    ? lost(`LLaMA-Factory has no attention ${inWords(value)}.`, `LLaMA-Factory 没有 ${inWords(value)} 这种注意力实现。`)
    : converted({ flash_attn: word }, "The value has another name.", "取值换了名字。");
};

export const checkpointingRule: Rule = (value) => {
  if (value === true) return unneeded("LLaMA-Factory checkpoints by default.", "LLaMA-Factory 默认就做梯度检查点。");
  if (value === false)
    return converted({ disable_gradient_checkpointing: true }, "The switch is the other way round.", "开关方向相反。");
  return lost(
    "Gradient checkpointing stays on without offloading; use_unsloth_gc offloads in the way of Unsloth.",
    "梯度检查点保持开启，但不卸载激活；use_unsloth_gc 按 Unsloth 的做法卸载。",
  );
};

/** LLaMA-Factory reads one entry, through a switch of its own. */
export const checkpointingArgumentsRule: Rule = (value) => {
  const reentrant = isRecord(value) ? value.use_reentrant : undefined;
  return typeof reentrant === "boolean"
    ? converted({ use_reentrant_gc: reentrant }, "use_reentrant has a key of its own.", "use_reentrant 有单独的键。")
    : lost("LLaMA-Factory reads no other entry.", "LLaMA-Factory 不读取其他项。");
};

export const optimizerRule: Rule = (value, _source, { choices }) => {
  if (value === "muon")
    return converted({ use_muon: true }, "A switch of its own in LLaMA-Factory.", "在 LLaMA-Factory 里是单独的开关。");
  if (choices.optim.includes(inWords(value))) return same({ optim: value });
  return lost(
    `Transformers has no optimizer ${inWords(value)}; the default, adamw_torch_fused, is used.`,
    `transformers 没有 ${inWords(value)} 这个优化器，将使用默认的 adamw_torch_fused。`,
  );
};

export const schedulerRule: Rule = (value, _source, { choices }) =>
  choices.lr_scheduler_type.includes(inWords(value))
    ? same({ lr_scheduler_type: value })
    : lost(
        `Transformers has no scheduler ${inWords(value)}.`,
        `transformers 没有 ${inWords(value)} 这个学习率调度器。`,
      );

export const targetRule: Rule = (value) => {
  const list = commaList(value);
  return /^(all-linear|all_linear)$/.test(list)
    ? converted({ lora_target: "all" }, "all-linear is all.", "all-linear 写作 all。")
    : listRule("lora_target")(value, { keys: new Map(), command: null, processes: 1 }, noFacts);
};

const noFacts = { names: { axolotl: {}, "ms-swift": {} }, choices: { optim: [], lr_scheduler_type: [] } } as const;

/** A fraction stands for a share in both lines of transformers only under this name. */
export const warmupRule: Rule = (value) =>
  typeof value === "number" && value > 0 && value < 1
    ? converted({ warmup_ratio: value }, "A fraction is a share of the run.", "小数表示占整个训练的比例。")
    : same({ warmup_steps: value });

/** The same, as one string with commas. */
export function listRule(key: string): Rule {
  return (value) => {
    if (Array.isArray(value) && value.length === 0) return unneeded("The list is empty.", "列表是空的。");
    if (!Array.isArray(value)) return same({ [key]: value });
    return converted({ [key]: commaList(value) }, "One string with commas.", "写成逗号分隔的字符串。");
  };
}

/** A switch whose off is LLaMA-Factory's default too. */
export function switchRule(use: Readonly<Record<string, Json>>, en: string, zh: string): Rule {
  return (value) => (value === true ? converted(use, en, zh) : off());
}

export const off = (): Outcome => unneeded("Off, as in LLaMA-Factory.", "没有开启，与 LLaMA-Factory 相同。");

/** Keys for which there is only something to say. */
export function lostRules(
  reasons: Readonly<Record<string, readonly [string, string]>>,
): Readonly<Record<string, Rule>> {
  return Object.fromEntries(Object.entries(reasons).map(([key, [en, zh]]) => [key, () => lost(en, zh)]));
}

export function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

export const packingUse = (stage: "pt" | "other"): Readonly<Record<string, Json>> =>
  stage === "pt" ? { packing: true } : { packing: true, neat_packing: true };
