/** X */

import { loadParameterFacts } from "@/lib/facts/load";
import { loadMappings } from "@/lib/frameworks/load";
import { once } from "@/lib/once";
import { type ConvertFacts, type SourceFramework, sourceFrameworks } from "./types";

/** Axolotl hands these through to transformers (src/axolotl/core/builders/base.py). */
const axolotlPassesOn = [
  "adam_beta1",
  "auto_find_batch_size",
  "dataloader_drop_last",
  "dataloader_pin_memory",
  "dataloader_prefetch_factor",
  "ddp_broadcast_buffers",
  "ddp_bucket_cap_mb",
  "fp16",
  "fp8",
  "greater_is_better",
  "group_by_length",
  "hub_strategy",
  "logging_steps",
  "remove_unused_columns",
  "save_only_model",
  "torch_compile_backend",
  "torch_compile_mode",
];

export const loadConvertFacts = once((): ConvertFacts => {
  const inherited = loadParameterFacts().filter(({ origin, availability }) => {
    return origin === "transformers" && availability.kind === "released";
  });
  const names = Object.fromEntries(
    sourceFrameworks.map((framework): [SourceFramework, Record<string, string>] => [framework, {}]),
  ) as Record<SourceFramework, Record<string, string>>;
  for (const { key, names: all } of loadMappings().parameters)
    for (const { in: framework, name } of all)
      if (framework === "axolotl" || framework === "ms-swift") names[framework][name] ??= key;
  // ms-swift's arguments extend transformers' own.
  for (const { name } of inherited) names["ms-swift"][name] ??= name;
  for (const name of axolotlPassesOn) names.axolotl[name] ??= name;
  const choicesOf = (name: string) =>
    (loadParameterFacts().find((facts) => facts.name === name)?.choices ?? []).map(String);
  return { names, choices: { optim: choicesOf("optim"), lr_scheduler_type: choicesOf("lr_scheduler_type") } };
});
