import { defineRule } from "../rule";

export default defineRule({
  id: "unsloth-no-oft",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/adapter.py", line: 260 },
  holds: { since: "v0.9.4", main: true },
  reads: ["use_unsloth", "finetuning_type"],
  upstreamMessage: "Unsloth is currently not supported for OFT.",
  check(config) {
    const applies = config.isTrue("use_unsloth") && config.is("finetuning_type", "oft");
    return applies ? [{ at: "use_unsloth", data: {}, fix: [{ kind: "remove", key: "use_unsloth" }] }] : [];
  },
  message: {
    en: () => "Unsloth does not know OFT: loading the model stops.",
    zh: () => "Unsloth 不支持 OFT：加载模型时会报错停止。",
  },
});
