import type { Config } from "../config";
import { PyError, toInt } from "../python/errors";
import { numberOf, typeName } from "../python/values";

const SWITCHES = ["use_galore", "use_apollo", "use_badam"] as const;

/** The switches that replace the optimizer and are on. */
export function switchedOn(config: Config): string[] {
  return SWITCHES.filter((name) => config.isTrue(name));
}

/** The sum that upstream forms of the three switches; a text among them stops it. */
export function countOptimizers(config: Config): number {
  const badam = config.raw("use_badam");
  const last = numberOf(badam);
  const sum = toInt(config.operand("use_galore")) + toInt(config.operand("use_apollo"));
  if (last === undefined)
    throw new PyError("TypeError", `unsupported operand type(s) for +: 'int' and '${typeName(badam)}'`, ["use_badam"]);
  return sum + last;
}
