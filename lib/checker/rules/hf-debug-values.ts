import type { Config } from "../config";
import { defineRule } from "../rule";

const OPTIONS = ["underflow_overflow", "tpu_metrics_debug"];
function debugOptions(config: Config): string[] {
  const value = config.raw("debug");
  return typeof value === "string" ? value.split(/\s+/).filter(Boolean) : [];
}
const unknownDebug = (config: Config) => debugOptions(config).find((option) => !OPTIONS.includes(option)) ?? null;

export default defineRule({
  id: "hf-debug-values",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["debug"],
  upstreamMessage: "'{option}' is not a valid DebugOption",
  check(config) {
    const applies = unknownDebug(config) !== null;
    return applies ? [{ at: "debug", data: { option: unknownDebug(config) ?? "" } }] : [];
  },
  adjust(config) {
    if (!config.isTrue("debug")) return;
    const options = debugOptions(config);
    if (options.length > 0) config.set("debug", options);
  },
  message: {
    en: ({ option }) => `debug does not know ${option}; it is underflow_overflow or tpu_metrics_debug.`,
    zh: ({ option }) => `debug 不认识 ${option}；可选 underflow_overflow 或 tpu_metrics_debug。`,
  },
});
