/** Facts as a reader writes them in YAML. */

import type { ParameterFacts } from "./parameter";

/** `5e-5`, not `0.00005` or `5e-05`: OmegaConf, which reads the YAML, takes `5e-5` as a number. */
export function formatValue(value: unknown): string {
  if (typeof value === "number") {
    if (Number.isInteger(value) || Math.abs(value) >= 1e-3) return String(value);
    return value.toExponential().replace("e+", "e");
  }
  if (typeof value === "string") return value;
  return JSON.stringify(value);
}

/** Null where the default is Python's `None` and the empty string where it is empty, which need words to be seen. */
export function formatDefault({ default: value }: Pick<ParameterFacts, "default">): string | null {
  return value === null || value === undefined ? null : formatValue(value);
}

/** `int`, `str | dict`; the null that a default of None needs is said in words beside it. */
export function formatType({ types }: Pick<ParameterFacts, "types">): string {
  return types.join(" | ");
}
