import type { Config } from "../config";
import { PyError } from "../python/errors";
import { numberOf, PyFloat, type PyValue, typeName } from "../python/values";

/** `lora_rank * 2`, which for a text in quotes writes it twice. */
export function doubledRank(config: Config): PyValue {
  const value = config.raw("lora_rank");
  if (typeof value === "string") return value + value;
  if (Array.isArray(value)) return [...value, ...value];
  const number = numberOf(value);
  if (number === undefined)
    throw new PyError("TypeError", `unsupported operand type(s) for *: '${typeName(value)}' and 'int'`, ["lora_rank"]);
  return value instanceof PyFloat ? new PyFloat(number * 2) : number * 2;
}
