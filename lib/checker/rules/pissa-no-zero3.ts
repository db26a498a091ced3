import { defineRule } from "../rule";

export default defineRule({
  id: "pissa-no-zero3",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 378 },
  holds: { since: "v0.9.0", main: true },
  reads: ["pissa_init", "deepspeed"],
  upstreamMessage: "Please use scripts/pissa_init.py to initialize PiSSA in DeepSpeed ZeRO-3.",
  check(config) {
    const applies = config.isTrue("pissa_init") && config.usesZero3;
    return applies ? [{ at: "pissa_init", data: {} }] : [];
  },
  message: {
    en: () => "PiSSA cannot decompose weights that ZeRO-3 has scattered: run upstream's scripts/pissa_init.py first.",
    zh: () => "ZeRO-3 切分后的权重无法做 PiSSA 分解：请先运行上游的 scripts/pissa_init.py。",
  },
});
