import { defineRule } from "../rule";

export default defineRule({
  id: "fp8-all-gather-needs-fp8",
  severity: "warning",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 421 },
  holds: { since: "v0.9.4", main: true },
  reads: ["fp8_enable_fsdp_float8_all_gather", "fp8"],
  upstreamMessage: "fp8_enable_fsdp_float8_all_gather requires fp8=True. Setting fp8=True.",
  check(config) {
    const applies = !config.usesMegatron && config.isTrue("fp8_enable_fsdp_float8_all_gather") && !config.isTrue("fp8");
    return applies
      ? [{ at: "fp8_enable_fsdp_float8_all_gather", data: {}, fix: [{ kind: "set", key: "fp8", value: true }] }]
      : [];
  },
  message: {
    en: () => "Upstream says it turns fp8 on, but writes it to the wrong object: FP8 stays off. Set fp8: true.",
    zh: () => "上游提示会自动开启 fp8，但写到了错误的对象上：FP8 实际没有开启。请写 fp8: true。",
  },
});
