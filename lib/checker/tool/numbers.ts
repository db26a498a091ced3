/** What a checked configuration amounts to: batch, steps, adapters, memory. From the calculators, as far as the text tells. */

import type { Architecture } from "@/lib/calculators/architecture";
import { guessArchitecture } from "@/lib/calculators/guess-architecture";
import { adapterBytes, countLora } from "@/lib/calculators/lora";
import { findModel } from "@/lib/calculators/models";
import type { Rhythm } from "@/lib/calculators/run-plan";
import { planRun, type RunPlan } from "@/lib/calculators/run-planner";
import { estimateMemory, type MemoryParts } from "@/lib/calculators/vram";
import { fitSuggestions } from "@/lib/calculators/vram-suggestions";
import type { CheckerCatalog, Json } from "../catalog";
import type { CheckResult } from "../check";
import type { Environment } from "../environment";
import { type ExplainerQueries, loraQuery, memoryQuery, plannerQuery } from "./explainer-queries";
import { isPacked, loraSettings, memorySettings, worldSize } from "./memory";
import { asNumber, asWhole, isOn, type ReadValue, valuesOf } from "./values";

/** What no configuration says and the reader may tell. */
export interface RunFacts {
  readonly samples?: number;
  readonly cardGiB?: number;
}

export interface RunNumbers {
  readonly batch: {
    readonly perDevice: number;
    readonly accumulation: number;
    readonly processes: number;
    readonly effective: number;
  } | null;
  /** At most, since shorter samples are not filled up to it. */
  readonly tokensPerStep: number | null;
  readonly steps: StepNumbers | null;
  readonly lora: LoraNumbers | null;
  readonly memory: MemoryNumbers | null;
  readonly explainers: ExplainerQueries;
}

export type StepNumbers =
  | {
      readonly kind: "counted";
      readonly total: number;
      readonly perEpoch: number;
      readonly warmup: number;
      readonly saves: number;
      readonly evaluations: number;
      readonly byMaxSteps: boolean;
      readonly warnings: RunPlan["warnings"];
    }
  | { readonly kind: "needs-samples" }
  /** The number of packs depends on how long the samples are. */
  | { readonly kind: "packed" }
  | { readonly kind: "endless" };

export type LoraNumbers =
  | {
      readonly kind: "counted";
      readonly trainable: number;
      readonly all: number;
      readonly fileBytes: number;
      readonly model: string;
      readonly missing: readonly string[];
    }
  | { readonly kind: "no-target" }
  | { readonly kind: "unknown-model" };

export type MemoryNumbers =
  | {
      readonly kind: "estimated";
      readonly peakGiB: number;
      readonly lowGiB: number;
      readonly highGiB: number;
      readonly parts: MemoryParts;
      /** True where only the size in the model's name was known. */
      readonly isGuessed: boolean;
      readonly fits: boolean | null;
      readonly suggestions: readonly { readonly yaml: Readonly<Record<string, Json>>; readonly peakGiB: number }[];
    }
  | { readonly kind: "unknown-model" };

export function runNumbers(
  result: CheckResult,
  catalog: CheckerCatalog,
  environment: Environment,
  facts: RunFacts = {},
): RunNumbers | null {
  if (result.command !== "train" || result.verdict === "help" || result.explanations.length === 0) return null;
  const value = valuesOf(result, catalog);
  if (!isOn(value("do_train"))) return null;
  const perDevice = asWhole(value("per_device_train_batch_size"));
  const accumulation = asWhole(value("gradient_accumulation_steps"));
  const processes = worldSize(environment);
  const isCounted = perDevice !== null && perDevice > 0 && accumulation !== null && accumulation > 0;
  const batch = isCounted
    ? { perDevice, accumulation, processes, effective: perDevice * accumulation * processes }
    : null;
  const cutoffLen = asWhole(value("cutoff_len"));
  const name = String(value("model_name_or_path") ?? "");
  const model = findModel(name);
  return {
    batch,
    tokensPerStep: batch && cutoffLen !== null && cutoffLen > 0 ? batch.effective * cutoffLen : null,
    steps: batch && countSteps(value, batch, facts),
    lora: value("finetuning_type") === "lora" ? countAdapters(value, model) : null,
    memory: estimate(value, model ?? guessArchitecture(name), model === undefined, environment, facts),
    explainers: {
      "run-planner": plannerQuery(value, processes, facts.samples),
      memory: model === undefined ? null : memoryQuery(memorySettings(value, model, environment, facts.cardGiB), model),
      lora: loraQuery(value, model),
    },
  };
}

const strategies = ["no", "steps", "epoch"] as const;
function rhythm(strategy: unknown, every: unknown): Rhythm | undefined {
  const known = strategies.find((candidate) => candidate === strategy);
  const steps = asNumber(every);
  if (!known || (steps !== null && steps <= 0)) return undefined;
  return { strategy: known, ...(steps === null ? {} : { every: steps }) };
}

type Batch = NonNullable<RunNumbers["batch"]>;

function countSteps(value: ReadValue, batch: Batch, facts: RunFacts): StepNumbers | null {
  // PPO counts its own steps.
  if (value("stage") === "ppo") return null;
  const maxSteps = asWhole(value("max_steps")) ?? -1;
  const epochs = asNumber(value("num_train_epochs"));
  if (epochs === null || epochs <= 0) return null;
  const isStreaming = isOn(value("streaming"));
  if (isStreaming && maxSteps <= 0) return { kind: "endless" };
  const cap = asWhole(value("max_samples"));
  const samples = facts.samples === undefined ? undefined : Math.min(facts.samples, cap ?? facts.samples);
  if (maxSteps <= 0 && isPacked(value)) return { kind: "packed" };
  if (maxSteps <= 0 && samples === undefined) return { kind: "needs-samples" };
  const save = rhythm(value("save_strategy"), value("save_steps"));
  const evaluate = rhythm(value("eval_strategy"), value("eval_steps"));
  const cutoffLen = asWhole(value("cutoff_len")) ?? 2048;
  try {
    const plan = planRun({
      samples: isStreaming ? null : (samples ?? null),
      validation: asNumber(value("val_size")) ?? 0,
      averageTokens: cutoffLen,
      cutoffLen,
      perDeviceBatch: batch.perDevice,
      accumulation: batch.accumulation,
      worldSize: batch.processes,
      epochs,
      maxSteps,
      dropLast: isOn(value("dataloader_drop_last")),
      warmupSteps: asWhole(value("warmup_steps")) ?? 0,
      warmupRatio: asNumber(value("warmup_ratio")) ?? 0,
      ...(save ? { save } : {}),
      ...(evaluate ? { evaluate } : {}),
      saveLimit: asWhole(value("save_total_limit")),
    });
    if (plan.kind === "refused") return { kind: "endless" };
    return {
      kind: "counted",
      total: plan.steps.totalSteps,
      perEpoch: plan.steps.updatesPerEpoch,
      warmup: plan.warmupSteps,
      saves: plan.saves.length,
      evaluations: plan.evaluations.length,
      byMaxSteps: maxSteps > 0,
      warnings: plan.warnings,
    };
  } catch (error) {
    // A warmup that transformers refuses; the findings say so.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function countAdapters(value: ReadValue, model: ReturnType<typeof findModel>): LoraNumbers | null {
  const settings = loraSettings(value);
  if (!settings) return null;
  if (!model) return { kind: "unknown-model" };
  try {
    const { trainable, all, missing } = countLora(model, settings);
    const fileBytes = adapterBytes(trainable, isOn(value("pure_bf16")) ? 2 : 4);
    return { kind: "counted", trainable, all, fileBytes, model: model.id, missing };
  } catch (error) {
    if (error instanceof RangeError) return { kind: "no-target" };
    throw error;
  }
}

const MOST_SUGGESTIONS = 4;

function estimate(
  value: ReadValue,
  model: Architecture | undefined,
  isGuessed: boolean,
  environment: Environment,
  { cardGiB }: RunFacts,
): MemoryNumbers | null {
  if (!model) return value("model_name_or_path") === null ? null : { kind: "unknown-model" };
  const settings = memorySettings(value, model, environment, cardGiB);
  if (!settings) return null;
  try {
    const { peakGiB, band, parts } = estimateMemory(settings);
    if (!Number.isFinite(peakGiB)) return null;
    const fits = cardGiB === undefined ? null : peakGiB <= cardGiB;
    const plan = fits === false && cardGiB !== undefined ? fitSuggestions(settings, cardGiB) : null;
    const suggestions = (plan?.suggestions ?? [])
      .filter(({ yaml }) => Object.keys(yaml).length > 0)
      .slice(0, MOST_SUGGESTIONS)
      .map(({ yaml, peakGiB: after }) => ({ yaml, peakGiB: after }));
    return { kind: "estimated", peakGiB, ...band, parts, isGuessed, fits, suggestions };
  } catch (error) {
    // Targets that the model has not: the adapters' count says so.
    if (error instanceof RangeError) return null;
    throw error;
  }
}
