import { defineRule } from "../rule";

export default defineRule({
  id: "flash-attn-fa3-not-implemented",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/attention.py", line: 86 },
  holds: { since: "v0.9.0", main: true },
  reads: ["flash_attn"],
  upstreamMessage: "Unknown attention type: {flash_attn}",
  check(config) {
    const applies = config.is("flash_attn", "fa3") && !/gpt[-_]?oss/i.test(config.text("model_name_or_path"));
    return applies ? [{ at: "flash_attn", data: {}, fix: [{ kind: "set", key: "flash_attn", value: "fa2" }] }] : [];
  },
  message: {
    en: () =>
      "fa3 is accepted and then unknown to the code that loads the model, except for gpt-oss: loading stops. Use fa2 or auto.",
    zh: () => "fa3 能通过解析，但除 gpt-oss 外，加载模型的代码并不认识它，会报错停止。请用 fa2 或 auto。",
  },
});
