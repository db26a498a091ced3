import { type CheckerCatalog, type Command, keySet, type Release, type Transformers } from "./catalog";
import type { Entry } from "./entry";

export type FileKind = "llamafactory" | "v1" | "accelerate" | "tokens";

type Entries = ReadonlyMap<string, Entry>;

/** What a file is, by its keys. */
export function kindOfFile(entries: Entries, catalog: CheckerCatalog): FileKind {
  const names = [...entries.keys()];
  if (names.length === 0) return "llamafactory";
  if (names.includes("compute_environment") || (names.includes("distributed_type") && names.includes("num_processes")))
    return "accelerate";
  const values = [...entries.values()];
  if (names.every((name) => /^<.*>$/.test(name)) && values.every(({ value }) => typeof value === "string"))
    return "tokens";
  if (names.includes("model_name_or_path") || !names.includes("model")) return "llamafactory";
  const known = names.filter((name) => catalog.v1Keys.includes(name)).length;
  const typical = [
    "train_dataset",
    "model_class",
    "kernel_config",
    "peft_config",
    "dist_config",
    "quant_config",
    "sample_backend",
  ];
  return known / names.length >= 0.8 && typical.some((name) => names.includes(name)) ? "v1" : "llamafactory";
}

/** The command that a configuration was written for. */
export function guessCommand(
  entries: Entries,
  catalog: CheckerCatalog,
  release: Release,
  transformers: Transformers,
): Command {
  const keys = (command: Command) => keySet(catalog, { command, release, transformers, megatron: true });
  const infer = keys("infer");
  const onlyIn = (command: Command) =>
    [...keys(command).keys()].filter((name) => !infer.has(name) && entries.has(name)).length;
  const training = onlyIn("train");
  if (entries.has("task") && onlyIn("eval") >= training) return "eval";
  if (training > 0 && !(entries.has("export_dir") && training <= 1)) return "train";
  if (entries.has("export_dir")) return "export";
  return entries.has("dataset") ? "train" : "infer";
}

/** Whether keys are written that only Megatron's arguments have. */
export function needsMegatron(
  entries: Entries,
  catalog: CheckerCatalog,
  release: Release,
  transformers: Transformers,
): boolean {
  const plain = keySet(catalog, { command: "train", release, transformers, megatron: false });
  const megatron = keySet(catalog, { command: "train", release, transformers, megatron: true });
  const only = [...entries.keys()].filter((name) => megatron.has(name) && !plain.has(name));
  return only.length >= 2;
}
