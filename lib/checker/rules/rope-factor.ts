import { defineRule } from "../rule";

export default defineRule({
  id: "rope-factor",
  severity: "note",
  phase: "later",
  commands: ["train", "infer", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/rope.py", line: 63 },
  holds: { since: "v0.9.3", main: true },
  reads: ["rope_scaling", "cutoff_len"],
  check(config) {
    const applies = config.is("rope_scaling", "linear", "dynamic", "yarn", "llama3") && !config.isTrue("do_train");
    return applies ? [{ at: "rope_scaling", data: {} }] : [];
  },
  message: {
    en: () => "At inference the scaling factor is always 2.0, whatever the model was trained with.",
    zh: () => "推理时缩放系数固定为 2.0，与训练时用的无关。",
  },
});
