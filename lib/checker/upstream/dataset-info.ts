import type { Config } from "../config";
import { lookUpFile } from "../environment";
import { str } from "../python/values";

/** `dataset_info.json`, where it is at hand. */
function datasetInfo(config: Config): ReadonlyMap<string, { readonly ranking?: boolean }> | null {
  const folder = config.raw("dataset_dir");
  if (typeof folder !== "string" || folder === "ONLINE" || folder.startsWith("REMOTE:")) return null;
  const file = lookUpFile(config.environment, `${folder}/dataset_info.json`);
  if (typeof file === "string") return null;
  try {
    const info: unknown = JSON.parse(file.text);
    return info !== null && typeof info === "object" ? new Map(Object.entries(info)) : null;
  } catch {
    return null;
  }
}

const names = (config: Config) => [...config.items("dataset"), ...config.items("eval_dataset")].map(str);

export function undefinedDataset(config: Config): string | null {
  const info = datasetInfo(config);
  return info ? (names(config).find((name) => !info.has(name)) ?? null) : null;
}

/** A dataset whose kind (ranked pairs or not) does not fit the stage. */
export function wrongKind(config: Config): string | null {
  const info = datasetInfo(config);
  if (!info) return null;
  const ranking = config.is("stage", "rm", "dpo");
  return names(config).find((name) => info.has(name) && Boolean(info.get(name)?.ranking) !== ranking) ?? null;
}
