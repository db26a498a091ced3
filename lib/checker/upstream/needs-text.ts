import type { Config } from "../config";
import { PyError } from "../python/errors";

/** Upstream calls a string method on the value, which anything but a string and None runs into. */
export function needsText(config: Config, name: string, method: string): void {
  const type = config.typeOf(name);
  if (type === "NoneType" || type === "str") return;
  throw new PyError("AttributeError", `'${type}' object has no attribute '${method}'`, [name]);
}

/** Upstream takes the value for a path. */
export function needsPath(config: Config, name: string): void {
  const type = config.typeOf(name);
  if (type === "NoneType" || type === "str") return;
  throw new PyError("TypeError", `expected str, bytes or os.PathLike object, not ${type}`, [name]);
}
