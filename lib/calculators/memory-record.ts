import type { Architecture } from "@/lib/calculators/architecture";
import { guessArchitecture } from "@/lib/calculators/guess-architecture";
import { findModel } from "@/lib/calculators/models";
import { estimateMemory } from "@/lib/calculators/vram";
import type {
  MemoryMethod,
  MemoryOptimizer,
  MemorySettings,
  Quantization,
  Sharding,
} from "@/lib/calculators/vram-settings";

/** A record of vram.json («measured»), of which only what describes the run is read, never what was measured. */
export interface MemoryRecord {
  readonly id?: unknown;
  readonly source?: unknown;
  readonly framework?: unknown;
  readonly model?: unknown;
  readonly method?: unknown;
  readonly variant?: unknown;
  readonly quantization?: unknown;
  readonly precision?: unknown;
  readonly per_device_batch?: unknown;
  readonly grad_accum?: unknown;
  readonly seq_len?: unknown;
  readonly seq_len_kind?: unknown;
  readonly optimizer?: unknown;
  readonly gradient_checkpointing?: unknown;
  readonly flash_attention?: unknown;
  readonly lora_rank?: unknown;
  readonly lora_targets?: unknown;
  readonly liger?: unknown;
  readonly gpus?: unknown;
  readonly gpu?: unknown;
  readonly gpu_memory?: unknown;
  readonly zero_stage?: unknown;
  readonly sharding?: unknown;
  readonly settings?: unknown;
  readonly measured?: unknown;
  readonly note?: unknown;
}

export type RecordNote =
  | "architecture-guessed-from-size"
  | "batch-assumed"
  | "length-assumed"
  | "optimizer-assumed"
  | "sharding-assumed"
  | "pure-bf16-assumed"
  | "method-approximated";

export type ReadRecord =
  | { kind: "settings"; settings: MemorySettings; sumOverGpus: boolean; notes: RecordNote[] }
  | { kind: "uncomputable"; reason: string };

const text = (value: unknown) => (typeof value === "string" ? value.toLowerCase() : "");
const number = (value: unknown, otherwise: number) => (typeof value === "number" && value > 0 ? value : otherwise);

function readQuantization(record: MemoryRecord): Quantization {
  const written = `${text(record.quantization)} ${text(record.model)}`;
  if (/\b2[- ]?bit|int2/.test(written)) return "2bit";
  if (/4[- ]?bit|int4|nf4|fp4|q4/.test(written) || text(record.quantization) === "4") return "4bit";
  if (/8[- ]?bit|int8/.test(written) || text(record.quantization) === "8") return "8bit";
  if (record.quantization === 4) return "4bit";
  if (record.quantization === 8) return "8bit";
  return "none";
}

const SHORT_NAMES: Record<string, string> = { q: "q_proj", k: "k_proj", v: "v_proj", o: "o_proj" };

function readTargets(record: MemoryRecord, model: Architecture): "all" | string[] {
  const written = Array.isArray(record.lora_targets) ? record.lora_targets.join(",") : text(record.lora_targets);
  const [names = ""] = written.replaceAll("W_pack", "w_pack").split(" + ");
  const fromSettings = /target=([a-z_,]+)/.exec(text(record.settings))?.[1];
  if (names === "" && fromSettings !== undefined && fromSettings !== "all") return fromSettings.split(",");
  if (names === "" || names.startsWith("all")) return "all";
  if (names.startsWith("default")) return DEFAULT_TARGETS[model.layout] ?? ["q_proj", "k_proj", "v_proj"];
  return names.split(",").map((name) => {
    const trimmed = name.trim();
    return trimmed === "w_pack" ? "W_pack" : (SHORT_NAMES[trimmed] ?? trimmed);
  });
}

const DEFAULT_TARGETS: Partial<Record<Architecture["layout"], string[]>> = {
  qwen1: ["c_attn"],
  chatglm: ["query_key_value"],
  chatglm1: ["query_key_value"],
  baichuan: ["W_pack"],
  internlm2: ["wqkv"],
  phi3: ["qkv_proj"],
};

function readMethod(record: MemoryRecord, model: Architecture, notes: RecordNote[]): MemoryMethod | undefined {
  const method = text(record.method);
  const variant = text(record.variant);
  if (method === "lora" || method === "qlora" || method === "adalora" || method === "dora") {
    const rank = Number(/rank=(\d+)/.exec(text(record.settings))?.[1] ?? number(record.lora_rank, 8));
    const everything = `${text(record.lora_targets)} ${variant}`;
    const vocabulary = /embedding|\(emb\)/.test(everything);
    return {
      kind: "lora",
      lora: {
        rank: method === "adalora" ? Math.round(rank * 1.5) : rank,
        targets: readTargets(record, model),
        dora: method === "dora" || variant.includes("dora"),
        additionalTargets: vocabulary ? ["embed_tokens", "lm_head"] : [],
      },
    };
  }
  if (method === "full" || method === "galore" || method === "apollo" || method === "badam") return { kind: "full" };
  if (method === "lisa") {
    notes.push("method-approximated");
    const layers = Number(/activated_layers=(\d+)/.exec(text(record.settings))?.[1] ?? 2);
    return { kind: "freeze", layers, vocabulary: true };
  }
  if (method === "llamapro" || method === "freeze") {
    notes.push("method-approximated");
    return { kind: "freeze", layers: Number(/num_blocks=(\d+)/.exec(text(record.settings))?.[1] ?? 2) };
  }
  return undefined;
}

function readOptimizer(record: MemoryRecord): MemoryOptimizer {
  const method = text(record.method);
  if (method === "galore" || method === "apollo" || method === "badam") return method;
  const written = text(record.optimizer);
  if (written.includes("8bit") || written.includes("8-bit")) return "adamw_8bit";
  if (written.includes("fused")) return "adamw_torch_fused";
  if (written.includes("adafactor")) return "adafactor";
  if (written.includes("sgd")) return "sgd";
  return "adamw_torch";
}

function readCard(record: MemoryRecord): number | undefined {
  if (number(record.gpu_memory, 0) > 0) return number(record.gpu_memory, 0);
  const gpu = text(record.gpu);
  const stated = /(\d+)\s*g/.exec(gpu)?.[1];
  if (stated !== undefined) return Number(stated) * 0.99; // a card of 80 GB shows 79.2 GiB
  if (gpu.includes("4090") || gpu.includes("3090")) return 23.6;
  if (gpu.includes("t4")) return 14.7;
  return undefined;
}

function readLengths(record: MemoryRecord): MemorySettings["lengths"] {
  const kind = text(record.seq_len_kind);
  if (/packed|of this length/.test(kind)) return "constant";
  return /short/.test(`${kind} ${text(record.note)}`) ? "short" : "varied";
}

function readReading(record: MemoryRecord): NonNullable<MemorySettings["reading"]> {
  const measured = text(record.measured);
  if (/active|allocated/.test(measured)) return "allocated";
  return /torch|reserved/.test(measured) ? "reserved" : "device";
}

function readCheckpointing(record: MemoryRecord): MemorySettings["checkpointing"] {
  const { gradient_checkpointing: written } = record;
  if (written === false) return "off";
  return /offload/.test(`${text(written)} ${text(record.variant)}`) ? "offloaded" : "on";
}

const ZERO_STAGES: Readonly<Record<number, Sharding>> = { 1: "zero1", 2: "zero2", 3: "zero3" };

/** How other trainers than LLaMA-Factory differ where a record does not say so. */
interface TrainerHabits {
  readonly pattern: RegExp;
  /** Full tuning trains the weights in the dtype they were loaded in, with no float32 copy. */
  readonly trainsIn16Bit: boolean;
  /** Cross entropy runs over chunks of the logits. */
  readonly chunkedLoss: boolean;
  /** Bytes per token and vocabulary entry that are held beside the loss. */
  readonly heldLogitBytes: number;
}

// ms-swift 1 computed the accuracy of each step from float32 logits; 8 bytes are fitted to its own tables.
const OTHER_TRAINERS: readonly TrainerHabits[] = [
  { pattern: /torchtune/, trainsIn16Bit: true, chunkedLoss: true, heldLogitBytes: 0 },
  { pattern: /ms-swift|^swift/, trainsIn16Bit: true, chunkedLoss: false, heldLogitBytes: 8 },
  { pattern: /qwenlm|unsloth|axolotl/, trainsIn16Bit: false, chunkedLoss: false, heldLogitBytes: 0 },
];

function readTrainer(record: MemoryRecord): TrainerHabits | undefined {
  const names = [record.framework, record.id, record.source].map(text);
  return OTHER_TRAINERS.find(({ pattern }) => names.some((name) => pattern.test(name)));
}

/** Reads a record as settings of the estimate, with what had to be assumed. */
export function readMemoryRecord(record: MemoryRecord): ReadRecord {
  const notes: RecordNote[] = [];
  if (typeof record.model !== "string") return { kind: "uncomputable", reason: "no model is named" };
  let model: Architecture | undefined = findModel(record.model);
  if (!model) {
    model = guessArchitecture(record.model);
    if (!model) return { kind: "uncomputable", reason: `unknown model ${record.model}` };
    notes.push("architecture-guessed-from-size");
  }
  const method = readMethod(record, model, notes);
  if (!method) return { kind: "uncomputable", reason: `unknown method ${String(record.method)}` };
  if (typeof record.per_device_batch !== "number") notes.push("batch-assumed");
  if (typeof record.seq_len !== "number") notes.push("length-assumed");
  if (method.kind === "full" && record.optimizer === undefined) notes.push("optimizer-assumed");

  const written = `${text(record.precision)} ${text(record.variant)}`;
  const trainer = readTrainer(record);
  const pure = /pure|weights, gradients|no_mix/.test(written) || (method.kind !== "lora" && trainer?.trainsIn16Bit);
  const precision = pure ? "pure_bf16" : text(record.precision).startsWith("fp32") ? "fp32" : "bf16";
  const gpus = number(record.gpus, 1);
  const cardGiB = readCard(record);
  const zero = ZERO_STAGES[Number(record.zero_stage)];
  const splits = /layers split|device_map/.test(`${text(record.measured)} ${text(record.note)}`);

  let settings: MemorySettings = {
    model,
    method,
    precision,
    quantization: readQuantization(record),
    optimizer: readOptimizer(record),
    projectionRank: Number(/galore_rank=(\d+)/.exec(text(record.settings))?.[1] ?? 128),
    batch: number(record.per_device_batch, 1),
    accumulation: number(record.grad_accum, 8),
    cutoffLen: number(record.seq_len, 2048),
    lengths: readLengths(record),
    checkpointing: readCheckpointing(record),
    attention: record.flash_attention === 0 || record.flash_attention === false ? "eager" : "fused",
    liger: record.liger === true || trainer?.chunkedLoss === true,
    copiesIn16Bit: trainer !== undefined,
    heldLogitBytes: trainer?.heldLogitBytes ?? 0,
    gpus,
    sharding: zero ?? (splits ? "layer-split" : "none"),
    reading: readReading(record),
    ...(cardGiB === undefined ? {} : { cardGiB }),
  };

  // The record is of a run that took place. What cannot have fitted the card was set up otherwise.
  const card = cardGiB ?? 79;
  const fits = (candidate: MemorySettings) => estimateMemory(candidate).band.lowGiB <= card;
  if (gpus > 1 && settings.sharding === "none" && !fits(settings)) {
    settings = { ...settings, sharding: "zero3" };
    notes.push("sharding-assumed");
  }
  if (method.kind === "full" && precision === "bf16" && !fits(settings)) {
    settings = { ...settings, precision: "pure_bf16" };
    notes.push("pure-bf16-assumed");
  }
  return { kind: "settings", settings, sumOverGpus: /^sum over|^sum;|^\d+ x /.test(text(record.measured)), notes };
}
