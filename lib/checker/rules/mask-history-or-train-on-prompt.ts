import { defineRule } from "../rule";

export default defineRule({
  id: "mask-history-or-train-on-prompt",
  severity: "error",
  phase: "data",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/data_args.py", line: 183 },
  holds: { since: "v0.9.0", main: true },
  reads: ["mask_history", "train_on_prompt"],
  upstreamMessage: "`mask_history` is incompatible with `train_on_prompt`.",
  check(config) {
    const applies = config.isTrue("mask_history") && config.isTrue("train_on_prompt");
    return applies ? [{ at: "mask_history", data: {} }] : [];
  },
  message: {
    en: () =>
      "mask_history trains on the last answer only, train_on_prompt on the prompts too: they contradict each other.",
    zh: () => "mask_history 只训练最后一轮回答，train_on_prompt 连提示词也训练：两者互相矛盾。",
  },
});
