import type { Config } from "../config";
import { lookUpFile } from "../environment";
import { keyText } from "../python/values";
import { loadYaml } from "../yaml/construct";

type TokensFile = "unset" | "unknown" | "absent" | "broken" | "no-mapping" | readonly string[];

function read(config: Config): TokensFile {
  const path = config.raw("new_special_tokens_config");
  if (path === null) return "unset";
  if (typeof path !== "string") return "broken";
  const file = lookUpFile(config.environment, path);
  if (typeof file === "string") return file;
  try {
    const { value } = loadYaml(file.text);
    if (value === null) return [];
    return value instanceof Map ? [...value.keys()].map(keyText) : "no-mapping";
  } catch {
    return "broken";
  }
}

/** The state of the file that `new_special_tokens_config` names; "mapping" where it is as it should be. */
export function tokensFile(config: Config): Exclude<TokensFile, readonly string[]> | "mapping" {
  const file = read(config);
  return typeof file === "string" ? file : "mapping";
}

/** The tokens that the file defines. */
export function tokensOf(config: Config): readonly string[] | undefined {
  const file = read(config);
  return typeof file === "string" ? undefined : file;
}
