import { countLora } from "@/lib/calculators/lora";
import { findModel } from "@/lib/calculators/models";
import { parameterCount } from "@/lib/calculators/parameter-count";
import { estimateRecord } from "@/lib/calculators/record-estimate";
import type { Rhythm } from "@/lib/calculators/run-plan";
import { planRun } from "@/lib/calculators/run-planner";
import { loadParameters } from "@/lib/catalog";
import { plain } from "@/lib/checker/python/values";
import { readConfigFile } from "@/lib/checker/read/config-file";

export interface PlanInput {
  readonly config: string;
  readonly samples?: number | undefined;
  readonly averageTokens?: number | undefined;
  readonly gpus: number;
  readonly gpuMemoryGiB?: number | undefined;
  readonly zeroStage?: number | undefined;
}

/** What a configuration says, else upstream's default. */
class Values {
  private readonly written: ReadonlyMap<string, unknown>;

  constructor(config: string) {
    const entries = readConfigFile(config, "config.yaml");
    this.written = new Map([...entries].map(([name, { value }]) => [name, plain(value)]));
  }

  get(name: string): unknown {
    return this.written.has(name) ? this.written.get(name) : (loadParameters().get(name)?.facts.default ?? null);
  }

  number(name: string): number {
    const value = Number(this.get(name) ?? 0);
    return Number.isFinite(value) ? value : 0;
  }

  text(name: string): string {
    return String(this.get(name) ?? "");
  }

  isOn(name: string): boolean {
    return this.get(name) === true;
  }
}

/** Steps, trained parameters and memory of a run. @throws ReadProblem where the configuration is no YAML */
export function plan({ config, samples, averageTokens, gpus, gpuMemoryGiB, zeroStage }: PlanInput) {
  const values = new Values(config);
  const name = values.text("model_name_or_path");
  const model = findModel(name);
  return {
    model: model
      ? { id: model.id, parameters: parameterCount(model).total }
      : { id: name, problem: "no architecture of that name: neither LoRA nor an exact memory estimate" },
    run:
      samples === undefined
        ? { problem: "give samples, the number of examples in the data" }
        : runOf(values, samples, averageTokens, gpus),
    lora: model && values.text("finetuning_type") === "lora" ? loraOf(values, model) : null,
    memory: memoryOf(values, name, gpus, gpuMemoryGiB, zeroStage),
  };
}

function runOf(values: Values, samples: number, averageTokens: number | undefined, worldSize: number) {
  const isPacked =
    values.get("packing") === true ||
    values.isOn("neat_packing") ||
    (values.text("stage") === "pt" && values.get("packing") !== false);
  const rhythm = (strategy: string, steps: string): Rhythm => {
    const word = values.text(strategy);
    const every = values.number(steps);
    return { strategy: word === "steps" || word === "epoch" ? word : "no", ...(every > 0 ? { every } : {}) };
  };
  const cutoffLen = values.number("cutoff_len");
  const saveLimit = values.get("save_total_limit");
  const result = planRun({
    samples,
    validation: values.number("val_size"),
    averageTokens: averageTokens ?? cutoffLen,
    cutoffLen,
    packing: isPacked,
    perDeviceBatch: values.number("per_device_train_batch_size"),
    accumulation: values.number("gradient_accumulation_steps"),
    worldSize,
    epochs: values.number("num_train_epochs"),
    maxSteps: values.number("max_steps"),
    dropLast: values.isOn("dataloader_drop_last"),
    warmupSteps: values.number("warmup_steps"),
    warmupRatio: values.number("warmup_ratio"),
    save: rhythm("save_strategy", "save_steps"),
    saveLimit: typeof saveLimit === "number" ? saveLimit : null,
    evaluate: rhythm("eval_strategy", "eval_steps"),
  });
  if (result.kind === "refused") return { problem: result.reason };
  const { steps, saves, evaluations, ...rest } = result;
  const atMost = 20;
  return {
    ...rest,
    ...steps,
    saves: { count: saves.length, steps: saves.slice(0, atMost) },
    evaluations: { count: evaluations.length, steps: evaluations.slice(0, atMost) },
  };
}

function loraOf(values: Values, model: NonNullable<ReturnType<typeof findModel>>) {
  const list = (name: string) =>
    [values.get(name) ?? []]
      .flat()
      .flatMap((item) => String(item).split(","))
      .map((item) => item.trim())
      .filter(Boolean);
  const targets = list("lora_target");
  const rank = values.number("lora_rank");
  const alpha = values.get("lora_alpha");
  try {
    const count = countLora(model, {
      rank,
      targets: targets.includes("all") ? "all" : targets,
      dora: values.isOn("use_dora"),
      additionalTargets: list("additional_target"),
      visionTower: values.get("freeze_vision_tower") === false,
    });
    const scale = typeof alpha === "number" ? alpha : 2 * rank;
    return {
      trainableParameters: count.trainable,
      allParameters: count.all,
      share: count.trainable / count.all,
      scaling: values.isOn("use_rslora") ? scale / Math.sqrt(rank) : scale / rank,
      missingTargets: count.missing,
    };
  } catch (error) {
    if (error instanceof RangeError) return { problem: error.message };
    throw error;
  }
}

function memoryOf(values: Values, model: string, gpus: number, gpuMemory?: number, zeroStage?: number) {
  const method = values.text("finetuning_type");
  const optimizer = values.isOn("use_galore")
    ? "galore"
    : values.isOn("use_apollo")
      ? "apollo"
      : values.isOn("use_badam")
        ? "badam"
        : values.text("optim");
  const named = /ds_z([0-3])/.exec(values.text("deepspeed"))?.[1];
  const stage = zeroStage ?? (named === undefined ? undefined : Number(named));
  const precision = values.isOn("pure_bf16")
    ? "pure_bf16"
    : values.isOn("bf16")
      ? "bf16"
      : values.isOn("fp16")
        ? "fp16"
        : "fp32";
  const checkpointing = values.isOn("disable_gradient_checkpointing")
    ? false
    : values.isOn("use_unsloth_gc")
      ? "offloaded"
      : true;
  const estimate = estimateRecord({
    model,
    method: ["galore", "apollo", "badam"].includes(optimizer) ? optimizer : method,
    quantization: values.get("quantization_bit") ?? "none",
    precision,
    per_device_batch: values.number("per_device_train_batch_size"),
    grad_accum: values.number("gradient_accumulation_steps"),
    seq_len: values.number("cutoff_len"),
    optimizer,
    gradient_checkpointing: checkpointing,
    flash_attention: values.text("flash_attn") !== "disabled",
    liger: values.isOn("enable_liger_kernel"),
    lora_rank: values.number("lora_rank"),
    lora_targets: values.text("lora_target"),
    gpus,
    framework: "LLaMA-Factory",
    ...(gpuMemory === undefined ? {} : { gpu_memory: gpuMemory }),
    ...(stage === undefined ? {} : { zero_stage: stage }),
  });
  if ("kind" in estimate) return { problem: estimate.reason };
  const { perGpuGiB, lowGiB, highGiB, parts, notes } = estimate;
  return {
    perGpuGiB,
    betweenGiB: [lowGiB, highGiB],
    partsGiB: parts,
    notes,
    ...(gpuMemory === undefined
      ? {}
      : { fits: highGiB <= gpuMemory ? "yes" : perGpuGiB <= gpuMemory ? "likely" : "no" }),
  };
}
