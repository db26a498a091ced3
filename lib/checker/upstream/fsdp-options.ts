import type { Config } from "../config";
import { str } from "../python/values";

const OPTIONS = [
  "full_shard",
  "shard_grad_op",
  "no_shard",
  "hybrid_shard",
  "hybrid_shard_zero2",
  "offload",
  "auto_wrap",
];

/** The words of `fsdp`. */
export function fsdpOptions(config: Config): string[] {
  const value = config.raw("fsdp");
  if (value === true) return ["full_shard"];
  if (typeof value === "string") return value.split(/\s+/).filter(Boolean);
  return Array.isArray(value) ? value.map(str) : [];
}

export function unknownFsdp(config: Config): string | null {
  // A list is taken as it is; only a text is split and looked up.
  if (typeof config.raw("fsdp") !== "string") return null;
  return fsdpOptions(config).find((option) => !OPTIONS.includes(option)) ?? null;
}
