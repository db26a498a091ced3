import type { Config } from "../config";
import { PyError, toFloat } from "../python/errors";
import { PyFloat, typeName } from "../python/values";

/** Turns `interleave_probs` into a list of floats, as upstream does before it counts them. */
export function splitProbabilities(config: Config): void {
  if (!config.isSet("interleave_probs") || config.is("mix_strategy", "concat")) return;
  config.splitCommas("interleave_probs");
  const value = config.raw("interleave_probs");
  if (!Array.isArray(value))
    throw new PyError("TypeError", `'${typeName(value)}' object is not iterable`, ["interleave_probs"]);
  config.set(
    "interleave_probs",
    value.map((item) => new PyFloat(toFloat({ name: "interleave_probs", value: item }))),
  );
}
