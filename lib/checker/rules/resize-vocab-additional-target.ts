import { defineRule } from "../rule";

export default defineRule({
  id: "resize-vocab-additional-target",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 432 },
  holds: { since: "v0.9.0", main: true },
  reads: ["resize_vocab", "additional_target", "finetuning_type", "quantization_bit", "do_train"],
  upstreamMessage: "Remember to add embedding layers to `additional_target` to make the added tokens trainable.",
  check(config) {
    const applies =
      config.isTrue("do_train") &&
      config.is("finetuning_type", "lora") &&
      !config.isSet("quantization_bit") &&
      config.isTrue("resize_vocab") &&
      !config.isSet("additional_target");
    return applies ? [{ at: "resize_vocab", data: {} }] : [];
  },
  message: {
    en: () =>
      "New tokens are only learnt if the embeddings are trained: name them in additional_target (often embed_tokens,lm_head).",
    zh: () => "只有训练词嵌入层，新 token 才学得会：请在 additional_target 里写上它们（常见为 embed_tokens,lm_head）。",
  },
});
