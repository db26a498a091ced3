import { defineRule } from "../rule";

export default defineRule({
  id: "v1-kernels-experimental",
  severity: "note",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/loader.py", line: 219 },
  holds: { since: "v0.9.4", main: true },
  reads: ["use_v1_kernels"],
  upstreamMessage:
    "You are try to using future feature about kernels, please note that this feature is not supported for all models. If get any error, please disable this feature, or report the issue.",
  check(config) {
    const applies = config.isTrue("use_v1_kernels");
    return applies ? [{ at: "use_v1_kernels", data: {} }] : [];
  },
  message: {
    en: () => "use_v1_kernels is experimental and does not support every model.",
    zh: () => "use_v1_kernels 是实验功能，并非所有模型都支持。",
  },
});
