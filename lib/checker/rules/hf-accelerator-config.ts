import type { Config } from "../config";
import { defineRule } from "../rule";

const KNOWN = new Set([
  "split_batches",
  "dispatch_batches",
  "even_batches",
  "use_seedable_sampler",
  "non_blocking",
  "gradient_accumulation_kwargs",
  "use_configured_state",
]);
function acceleratorProblem(config: Config): string | null {
  const value = config.raw("accelerator_config");
  if (value instanceof Map) return [...value.keys()].map(String).find((key) => !KNOWN.has(key)) ?? null;
  return null;
}

export default defineRule({
  id: "hf-accelerator-config",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["accelerator_config"],
  upstreamMessage: "AcceleratorConfig.__init__() got an unexpected keyword argument '{key}'",
  check(config) {
    const applies = acceleratorProblem(config) !== null;
    return applies ? [{ at: "accelerator_config", data: { key: acceleratorProblem(config) ?? "" } }] : [];
  },
  message: {
    en: ({ key }) => `accelerator_config does not know ${key}.`,
    zh: ({ key }) => `accelerator_config 里没有 ${key} 这一项。`,
  },
});
