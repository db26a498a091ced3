import { defineRule } from "../rule";

export default defineRule({
  id: "resize-vocab-trains-embeddings",
  severity: "note",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/adapter.py", line: 231 },
  holds: { since: "v0.9.0", main: true },
  reads: ["resize_vocab", "additional_target", "finetuning_type"],
  upstreamMessage: "Vocab has been resized, add {modules} to trainable params.",
  check(config) {
    const applies =
      config.isTrue("do_train") &&
      config.is("finetuning_type", "lora", "oft") &&
      config.isTrue("resize_vocab") &&
      !config.isSet("additional_target") &&
      !config.isSet("adapter_name_or_path");
    return applies ? [{ at: "additional_target", data: {} }] : [];
  },
  message: {
    en: () =>
      "With resize_vocab and no additional_target, upstream adds the input and output embeddings to it by itself: more to train and to save.",
    zh: () =>
      "开启 resize_vocab 又没写 additional_target 时，上游会自动把输入和输出词嵌入加进去：训练和保存的参数会变多。",
  },
});
