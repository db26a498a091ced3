import type { Config } from "../config";
import { PyError } from "../python/errors";
import { numberOf, typeName } from "../python/values";

/** `cutoff_len - 1`. */
export function lessOne(config: Config): number {
  const value = config.raw("cutoff_len");
  const number = numberOf(value);
  if (number === undefined)
    throw new PyError("TypeError", `unsupported operand type(s) for -=: '${typeName(value)}' and 'int'`, [
      "cutoff_len",
    ]);
  return number - 1;
}
