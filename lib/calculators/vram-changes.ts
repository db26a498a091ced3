import { estimateMemory } from "@/lib/calculators/vram";
import type { MemorySettings } from "@/lib/calculators/vram-settings";

/** What a change costs: nothing, time, precision of the result, or samples that are cut. */
export type SuggestionCost = "nothing" | "time" | "quality" | "data";

export type SuggestionId =
  | "expandable-segments"
  | "liger"
  | "fused-attention"
  | "checkpointing"
  | "smaller-batch"
  | "offloaded-checkpoints"
  | "eight-bit-optimizer"
  | "zero2"
  | "zero3"
  | "pure-bf16"
  | "lora"
  | "four-bit"
  | "shorter-samples"
  | "offload-optimizer";

/** Keys to set in the training YAML. */
export type YamlKeys = Readonly<Record<string, string | number | boolean>>;
export type Environment = Readonly<Record<string, string>>;

export interface MemoryChange {
  readonly id: SuggestionId;
  readonly cost: SuggestionCost;
  /** The changed settings with the keys to write, or `null` where the change does not apply. */
  apply(
    settings: MemorySettings,
    budgetGiB: number,
  ): { settings: MemorySettings; yaml: YamlKeys; environment?: Environment } | null;
}

// Below this a sample holds no conversation any more.
const SHORTEST_SAMPLE = 512;
const isSharded = ({ sharding }: MemorySettings) => sharding === "zero3" || sharding === "fsdp";
// GaLore, APOLLO and BAdam bring optimizers of their own, which DeepSpeed does not take.
const isShardable = ({ gpus, optimizer }: MemorySettings) =>
  gpus > 1 && optimizer !== "galore" && optimizer !== "apollo" && optimizer !== "badam";
const adamLike = ({ optimizer }: MemorySettings) => optimizer === "adamw_torch" || optimizer === "adamw_torch_fused";

/** Halves a number until the estimate fits, or a floor is reached. */
function halve(start: number, floor: number, budgetGiB: number, at: (value: number) => MemorySettings): number {
  let value = start;
  while (value > floor && estimateMemory(at(value)).peakGiB > budgetGiB) value = Math.max(floor, Math.ceil(value / 2));
  return value;
}

/** From free to painful. The keys are those of LLaMA-Factory v0.9.5; config paths lie in its repository. */
export const MEMORY_CHANGES: readonly MemoryChange[] = [
  {
    id: "expandable-segments",
    cost: "nothing",
    apply: (settings) =>
      settings.expandableSegments
        ? null
        : {
            settings: { ...settings, expandableSegments: true },
            yaml: {},
            environment: { PYTORCH_CUDA_ALLOC_CONF: "expandable_segments:True" },
          },
  },
  {
    id: "fused-attention",
    cost: "nothing",
    apply: (settings) =>
      settings.attention === "fused"
        ? null
        : { settings: { ...settings, attention: "fused" }, yaml: { flash_attn: "sdpa" } },
  },
  {
    id: "liger",
    cost: "nothing",
    apply: (settings) =>
      settings.liger ? null : { settings: { ...settings, liger: true }, yaml: { enable_liger_kernel: true } },
  },
  {
    id: "checkpointing",
    cost: "time",
    apply: (settings) =>
      settings.checkpointing === "off"
        ? { settings: { ...settings, checkpointing: "on" }, yaml: { disable_gradient_checkpointing: false } }
        : null,
  },
  {
    id: "smaller-batch",
    cost: "time",
    apply: (settings, budgetGiB) => {
      if (settings.batch <= 1) return null;
      const at = (batch: number): MemorySettings => ({
        ...settings,
        batch,
        accumulation: Math.ceil((settings.accumulation * settings.batch) / batch),
      });
      const smaller = at(halve(settings.batch, 1, budgetGiB, at));
      return {
        settings: smaller,
        yaml: { per_device_train_batch_size: smaller.batch, gradient_accumulation_steps: smaller.accumulation },
      };
    },
  },
  {
    id: "offloaded-checkpoints",
    cost: "time",
    apply: (settings) =>
      settings.checkpointing === "on"
        ? { settings: { ...settings, checkpointing: "offloaded" }, yaml: { use_unsloth_gc: true } }
        : null,
  },
  {
    id: "zero2",
    cost: "time",
    apply: (settings) =>
      isShardable(settings) && (settings.sharding === "none" || settings.sharding === "zero1")
        ? {
            settings: { ...settings, sharding: "zero2" },
            yaml: { deepspeed: "examples/deepspeed/ds_z2_config.json" },
          }
        : null,
  },
  {
    id: "zero3",
    cost: "time",
    apply: (settings) =>
      isShardable(settings) &&
      !isSharded(settings) &&
      settings.quantization === "none" &&
      settings.precision !== "pure_bf16" // refused together (hparams/parser.py, line 385)
        ? {
            settings: { ...settings, sharding: "zero3" },
            yaml: { deepspeed: "examples/deepspeed/ds_z3_config.json" },
          }
        : null,
  },
  {
    id: "eight-bit-optimizer",
    cost: "quality",
    apply: (settings) =>
      adamLike(settings) ? { settings: { ...settings, optimizer: "adamw_8bit" }, yaml: { optim: "adamw_8bit" } } : null,
  },
  {
    id: "pure-bf16",
    cost: "quality",
    apply: (settings) =>
      settings.precision === "pure_bf16" || settings.method.kind === "lora" || settings.sharding === "zero3"
        ? null
        : { settings: { ...settings, precision: "pure_bf16" }, yaml: { pure_bf16: true } },
  },
  {
    id: "lora",
    cost: "quality",
    apply: (settings) =>
      settings.method.kind === "lora"
        ? null
        : {
            settings: { ...settings, method: { kind: "lora", lora: { rank: 8, targets: "all" } }, precision: "bf16" },
            yaml: { finetuning_type: "lora", lora_rank: 8, lora_target: "all", pure_bf16: false, bf16: true },
          },
  },
  {
    id: "four-bit",
    cost: "quality",
    apply: (settings) =>
      settings.method.kind === "lora" && settings.quantization !== "4bit" && settings.quantization !== "2bit"
        ? {
            settings: { ...settings, quantization: "4bit" },
            yaml: { quantization_bit: 4, quantization_method: "bnb", double_quantization: true },
          }
        : null,
  },
  {
    id: "shorter-samples",
    cost: "data",
    apply: (settings, budgetGiB) => {
      if (settings.cutoffLen <= SHORTEST_SAMPLE) return null;
      const at = (cutoffLen: number): MemorySettings => ({ ...settings, cutoffLen });
      const cutoffLen = halve(settings.cutoffLen, SHORTEST_SAMPLE, budgetGiB, at);
      return { settings: at(cutoffLen), yaml: { cutoff_len: cutoffLen } };
    },
  },
  {
    id: "offload-optimizer",
    cost: "time",
    apply: (settings) => {
      if ((settings.offload ?? "none") !== "none" || settings.quantization !== "none") return null;
      const pure = settings.precision === "pure_bf16";
      return {
        settings: { ...settings, sharding: "zero3", offload: "all", precision: pure ? "bf16" : settings.precision },
        yaml: {
          deepspeed: "examples/deepspeed/ds_z3_offload_config.json",
          ...(pure ? { pure_bf16: false, bf16: true } : {}),
        },
      };
    },
  },
];
