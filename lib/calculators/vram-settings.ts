import type { Architecture } from "@/lib/calculators/architecture";
import type { LoraSettings } from "@/lib/calculators/lora";

export type MemoryOptimizer =
  | "adamw_torch"
  | "adamw_torch_fused"
  | "adamw_8bit"
  | "paged_adamw_8bit"
  | "adafactor"
  | "sgd"
  | "galore"
  | "apollo"
  | "badam";

/** What is trained. */
export type MemoryMethod =
  | { readonly kind: "full" }
  /** The last `layers` layers, and the embedding and output layer if `vocabulary` is true. */
  | { readonly kind: "freeze"; readonly layers: number; readonly vocabulary?: boolean }
  | { readonly kind: "lora"; readonly lora: LoraSettings };

export type Quantization = "none" | "8bit" | "4bit" | "2bit";

/** How several GPUs share the work. `layer-split` puts different layers on different GPUs (device_map). */
export type Sharding = "none" | "zero1" | "zero2" | "zero3" | "fsdp" | "layer-split";

export interface MemorySettings {
  readonly model: Architecture;
  readonly method: MemoryMethod;
  /** `bf16` or `fp16` (float32 copies of what is trained), `pure_bf16`, or neither */
  readonly precision: "bf16" | "fp16" | "pure_bf16" | "fp32";
  readonly quantization: Quantization;
  /** `double_quantization`, for 4 bits */
  readonly doubleQuantization?: boolean;
  /** `optim`, or GaLore, APOLLO, BAdam */
  readonly optimizer: MemoryOptimizer;
  /** `galore_rank` or `apollo_rank` */
  readonly projectionRank?: number;
  /** `per_device_train_batch_size` */
  readonly batch: number;
  /** `gradient_accumulation_steps` */
  readonly accumulation: number;
  /** `cutoff_len`, tokens */
  readonly cutoffLen: number;
  /**
   * `constant`: every batch is as long as `cutoff_len` (packing). `varied`: many samples reach it, and lengths change
   * from batch to batch. `short`: the samples are much shorter than the limit.
   */
  readonly lengths: "constant" | "varied" | "short";
  /** `on` is the default; `offloaded` is `use_unsloth_gc`; `off` is `disable_gradient_checkpointing` */
  readonly checkpointing: "on" | "offloaded" | "off";
  /** `eager` is `flash_attn: disabled`; `fused` is everything else (sdpa, fa2, fa3) */
  readonly attention: "fused" | "eager";
  /** `enable_liger_kernel` */
  readonly liger: boolean;
  /** Pairs double the sequences; DPO and KTO hold a reference model unless LoRA is trained. */
  readonly stage?: "pt" | "sft" | "rm" | "dpo" | "kto";
  readonly gpus: number;
  readonly sharding: Sharding;
  /** DeepSpeed's offload: the optimizer's states, or the weights as well, in main memory. */
  readonly offload?: "none" | "optimizer" | "all";
  /** Memory of one GPU, GiB: torch gives cached blocks back before it fails. */
  readonly cardGiB?: number;
  /** Other trainers than LLaMA-Factory leave whole copies of embedding and output layer in the model's dtype. */
  readonly copiesIn16Bit?: boolean;
  /** Other trainers hold the logits beside the loss, for a metric: bytes per token and vocabulary entry. */
  readonly heldLogitBytes?: number;
  /** What is read: the whole device (nvidia-smi), what torch reserved, or what torch allocated. */
  readonly reading?: "device" | "reserved" | "allocated";
  /** `PYTORCH_CUDA_ALLOC_CONF=expandable_segments:True` */
  readonly expandableSegments?: boolean;
}

export const GIB = 2 ** 30;

/** Every measured constant of the model, in one place; everything else follows from sizes and dtypes. */
export const MEMORY_CONSTANTS = {
  /** CUDA context, cuBLAS and NCCL workspaces: what a GPU holds beside tensors (0.3 to 1 GB are usual). */
  contextBytes: 0.9 * GIB,
  /**
   * Bytes per token and vocabulary entry at the peak of the loss: 2 for the 16-bit logits, then three float32 tensors
   * while cross entropy runs backwards (log-softmax, its gradient, the gradient of the logits), less what is freed.
   */
  logitBytes: 12,
  /** Reserved over live memory where all batches have one length. */
  constantSlack: 1.15,
  /**
   * The same where lengths vary: the allocator keeps the blocks of shorter batches. Fitted to measured runs; the ones of
   * hiyouga/LlamaFactory#7409 lie between 1.0 and 1.8.
   */
  variedSlack: 1.7,
  /** Share of `cutoff_len` that the longest batch reaches where the samples are «much shorter». */
  shortShare: 0.25,
} as const;
