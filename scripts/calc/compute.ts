import { countLora } from "@/lib/calculators/lora";
import { STEP_SCHEDULERS, type StepScheduler } from "@/lib/calculators/lr-keyword-arguments";
import { createSchedule, learningRateAt, sampleSchedule } from "@/lib/calculators/lr-schedules";
import { findModel } from "@/lib/calculators/models";
import { type RoundedNumber, roundToAllFormats } from "@/lib/calculators/number-formats";
import { NF4_VALUES, nearestCode } from "@/lib/calculators/quantization";
import { estimateRecord } from "@/lib/calculators/record-estimate";
import { countSteps, warmupSteps } from "@/lib/calculators/run-plan";
import { type CalcRecord, isRecord, readCount, readNumber, readText, Uncomputable } from "./fields.ts";

export type CalcKind = "lr-schedule" | "steps" | "lora" | "memory" | "number-format";

const isStepScheduler = (name: string): name is StepScheduler => (STEP_SCHEDULERS as readonly string[]).includes(name);

function sampledSteps(record: CalcRecord): number[] | null {
  const written = record.steps ?? record.samples;
  if (!Array.isArray(written)) return null;
  // Of a sample [step, rate], only the step is read.
  const steps = written.map((entry: unknown) => (Array.isArray(entry) ? entry[0] : entry));
  return steps.filter((step): step is number => typeof step === "number" && Number.isFinite(step));
}

function computeSchedule(record: CalcRecord) {
  const scheduler = readText(record, "scheduler");
  if (scheduler === "reduce_lr_on_plateau") {
    throw new Uncomputable("reduce_lr_on_plateau follows the evaluations' metric, not the step");
  }
  if (!isStepScheduler(scheduler)) throw new Uncomputable(`ValueError: ${scheduler || "no scheduler"} is unknown`);
  const params = isRecord(record.params) ? record.params : {};
  const kwargs = isRecord(params.lr_scheduler_kwargs) ? params.lr_scheduler_kwargs : {};
  const totalSteps = readCount(record, ["total_steps"], undefined, 0);
  const warmup = warmupSteps(totalSteps, {
    steps: readNumber(params, ["warmup_steps"], 0),
    ratio: readNumber(params, ["warmup_ratio"], 0),
  });
  const schedule = createSchedule({
    scheduler,
    baseRate: readNumber(record, ["base_lr", "learning_rate"]),
    totalSteps,
    warmupSteps: warmup,
    kwargs,
    through: record.through === "transformers" ? "transformers" : "llamafactory",
  });
  if (schedule.kind === "refused") throw new Uncomputable(`${schedule.error}: ${schedule.reason}`);

  const steps = sampledSteps(record) ?? sampleSchedule(schedule, 21).map(({ step }) => step);
  const rates = steps.map((step) => [step, learningRateAt(schedule, step)] as const);
  const fails = new Set([...steps, totalSteps].filter((step) => Number.isNaN(learningRateAt(schedule, step))));
  return {
    warmup_steps: warmup,
    samples: rates.filter(([, rate]) => !Number.isNaN(rate)),
    ...(fails.size > 0 ? { fails_at: [...fails].map((step) => [step, "ZeroDivisionError"]) } : {}),
  };
}

function computeSteps(record: CalcRecord) {
  const steps = countSteps({
    examples: record.num_examples === null ? null : readCount(record, ["num_examples"], undefined, 0),
    perDeviceBatch: readCount(record, ["per_device_train_batch_size", "per_device_batch"]),
    accumulation: readCount(record, ["gradient_accumulation_steps", "grad_accum"], 1),
    worldSize: readCount(record, ["world_size"], 1),
    epochs: readNumber(record, ["num_train_epochs", "epochs"], 3),
    maxSteps: readNumber(record, ["max_steps"], -1),
    dropLast: record.dataloader_drop_last === true,
  });
  if (steps.kind === "refused") throw new Uncomputable(`${steps.error}: ${steps.reason}`);
  return {
    effective_batch_size: steps.effectiveBatch,
    update_steps_per_epoch: steps.updatesPerEpoch,
    total_steps: steps.totalSteps,
    warmup_steps_at_ratio_0_1: warmupSteps(steps.totalSteps, { ratio: 0.1 }),
    batches_per_process: steps.batchesPerProcess,
    epochs_run: steps.epochsRun,
  };
}

function computeLora(record: CalcRecord) {
  const name = readText(record, "base_model") || readText(record, "model");
  const method = readText(record, "method", "lora");
  if (!/^(lora|qlora|dora|pissa|rslora)$/i.test(method)) {
    throw new Uncomputable(`${method} has other trainable parameters than LoRA`);
  }
  const model = findModel(name);
  if (!model) throw new Uncomputable(`unknown model ${name || "(none)"}`);
  const framework = readText(record, "framework", "LLaMA-Factory").toLowerCase();
  const written = record.targets ?? record.lora_target ?? "all";
  const list = typeof written === "string" ? written.split(",") : Array.isArray(written) ? written.map(String) : [];
  const targets = list.map((target) => target.trim());
  const isAll = targets.length === 1 && /^all(-linear)?$/.test(targets[0] ?? "");

  let { layout } = model;
  if (framework.includes("unsloth")) {
    if (model.moe && !model.moe.fusedExperts) {
      throw new Uncomputable("Unsloth puts an adapter layout of its own on the experts");
    }
    if (layout === "phi3") layout = "llama"; // Unsloth ships these checkpoints with the matrices split
  }
  if (layout === "phi" && targets.includes("Wqkv")) layout = "phi-msft";

  const additional = record.additional_target ?? record.modules_to_save;
  const count = countLora(
    { ...model, layout },
    {
      rank: readCount(record, ["rank", "lora_rank"]),
      targets: isAll ? "all" : targets,
      dora: method.toLowerCase() === "dora" || record.use_dora === true,
      additionalTargets: Array.isArray(additional) ? additional.map(String) : [],
      addedTokens: readNumber(record, ["added_tokens"], 0),
      // LLaMA-Factory freezes the tower, Unsloth adapts the language layers only; plain PEFT meets every module.
      visionTower: record.vision_tower === true || !/llama-?factory|unsloth/.test(framework),
    },
  );
  return { trainable_params: count.trainable, all_params: count.all, missing_targets: count.missing };
}

function computeMemory(record: CalcRecord) {
  const estimate = estimateRecord(record);
  if ("kind" in estimate) throw new Uncomputable(estimate.reason);
  return {
    peak_gib: estimate.peakGiB,
    per_gpu_gib: estimate.perGpuGiB,
    band_gib: [estimate.lowGiB, estimate.highGiB],
    parts: estimate.parts,
    notes: estimate.notes,
  };
}

const spell = (value: number) =>
  Number.isNaN(value) ? "nan" : Number.isFinite(value) ? value : value > 0 ? "inf" : "-inf";
const HOW: Partial<Record<RoundedNumber["outcome"], string>> = { underflow: "underflow to zero" };

function readInput(input: unknown): number {
  if (typeof input === "number") return input;
  const written = typeof input === "string" ? input.trim() : "";
  if (/^[+-]?inf(inity)?$/i.test(written)) return written.startsWith("-") ? -Infinity : Infinity;
  if (/^[+-]?nan$/i.test(written)) return Number.NaN;
  const value = Number(written);
  if (written !== "" && !Number.isNaN(value)) return value;
  throw new Uncomputable(`input is no number: ${JSON.stringify(input) ?? "missing"}`);
}

function computeFormats(record: CalcRecord) {
  const input = readInput(record.input);
  const results = Object.entries(roundToAllFormats(input)).map(([name, { value, bits, outcome, relativeError }]) => [
    name,
    { value: spell(value), bits, how: HOW[outcome] ?? outcome, rel_error: relativeError },
  ]);
  return {
    results: Object.fromEntries(results) as Record<string, { value: number | string; bits: string }>,
    ...(Math.abs(input) <= 1 ? { nf4: nearestCode(input, NF4_VALUES) } : {}),
  };
}

const COMPUTERS = {
  "lr-schedule": computeSchedule,
  steps: computeSteps,
  lora: computeLora,
  memory: computeMemory,
  "number-format": computeFormats,
} satisfies Record<CalcKind, (record: CalcRecord) => object>;

export const CALC_KINDS = Object.keys(COMPUTERS) as CalcKind[];
export type Computed<Kind extends CalcKind> = ReturnType<(typeof COMPUTERS)[Kind]>;

/** The computed values of a record, or why there are none. What a record says was measured or printed is never read. */
export function computeRecord<Kind extends CalcKind>(
  kind: Kind,
  record: unknown,
): { computed: Computed<Kind>; reason?: undefined } | { computed: null; reason: string } {
  if (!isRecord(record)) return { computed: null, reason: "not a JSON object" };
  try {
    return { computed: COMPUTERS[kind](record) as Computed<Kind> };
  } catch (error) {
    if (error instanceof Uncomputable || error instanceof RangeError) return { computed: null, reason: error.message };
    throw error;
  }
}
