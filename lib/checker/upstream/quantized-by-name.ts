import type { Config } from "../config";

const METHODS = ["gptq", "awq", "aqlm"] as const;

/** The method by which a model was quantized, as far as its name tells; model files themselves are out of reach. */
export function quantizedByName(config: Config): (typeof METHODS)[number] | null {
  const name = config.text("model_name_or_path").toLowerCase();
  return METHODS.find((method) => new RegExp(`(^|[^a-z])${method}([^a-z]|$)`).test(name)) ?? null;
}
