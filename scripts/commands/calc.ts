import { createInterface } from "node:readline";
import { CALC_KINDS, type CalcKind, computeRecord } from "../calc/compute.ts";
import { isRecord } from "../calc/fields.ts";

export const summary = "the calculators: JSON lines in, the same records with a field `computed` out";

const HELP = `usage: npm run -s cli -- calc <kind> < records.jsonl

Reads one JSON object a line and prints it with a field «computed». What cannot be computed, a broken line among it,
gets «computed»: null and a «reason». Result fields in the input are ignored. Names as in tests/fixtures/reference.

lr-schedule    scheduler, base_lr, total_steps, params {warmup_steps, warmup_ratio, lr_scheduler_kwargs},
               through (llamafactory, the default, or transformers), samples or steps (which steps are wanted:
               numbers, or [step, rate] of which the rate is not read; else 21 spread over the run)
    computed   warmup_steps · samples [[step, rate], …] · fails_at [[step, error], …] where upstream crashes

steps          num_examples (null: unknown length), per_device_train_batch_size, gradient_accumulation_steps (1),
               world_size (1), num_train_epochs (3), max_steps (-1), dataloader_drop_last (false)
    computed   effective_batch_size · update_steps_per_epoch · total_steps · warmup_steps_at_ratio_0_1 ·
               batches_per_process · epochs_run

lora           base_model or model, rank, targets ("all" or names), method (lora, dora), framework (LLaMA-Factory),
               use_dora, additional_target [names], added_tokens, vision_tower
    computed   trainable_params · all_params (of the unquantized model, adapters included) · missing_targets

memory         model, method (full, lora, qlora, freeze, galore, apollo, badam, lisa, llamapro, adalora), quantization,
               precision (bf16, fp16, fp32, pure_bf16), per_device_batch, grad_accum, seq_len, seq_len_kind, optimizer,
               gradient_checkpointing (true, false, "offloaded"), flash_attention, liger, lora_rank, lora_targets,
               gpus, gpu or gpu_memory (GiB), zero_stage, framework; measured: what is read (one GPU, sum over GPUs,
               torch reserved, peak active)
    computed   peak_gib (of one GPU, or the sum if «measured» says sum) · parts (GiB, add up to peak_gib) ·
               per_gpu_gib · band_gib [low, high] · notes (what was assumed, what is uncertain)

number-format  input (a number, or text that is taken as the nearest double)
    computed   results {fp32, tf32, bf16, fp16, fp8_e4m3fn, fp8_e5m2: {value, bits, how, rel_error}} ·
               nf4 {code, value} for -1 to 1
`;

/** One odd record must not end a run over thousands. */
function computeSafely(kind: CalcKind, record: unknown): object {
  try {
    return computeRecord(kind, record);
  } catch (error) {
    return { computed: null, reason: `not understood: ${(error as Error).message}` };
  }
}

function computeLine(kind: CalcKind, line: string, number: number): object {
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch (error) {
    return { line: number, computed: null, reason: `no JSON: ${(error as Error).message}` };
  }
  const result = computeSafely(kind, record);
  return isRecord(record) ? { ...record, ...result } : { line: number, ...result };
}

/** Reads records of one kind on stdin until it ends; 0 unless the kind is unknown. */
export async function run([kind]: readonly string[]): Promise<number> {
  if (kind === "--help" || kind === "-h" || kind === "help") {
    process.stdout.write(HELP);
    return 0;
  }
  const known = CALC_KINDS.find((name) => name === kind);
  if (!known) {
    process.stderr.write(`unknown kind: ${kind ?? "(none)"}\n\n${HELP}`);
    return 2;
  }
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    process.stdout.write(`${JSON.stringify(computeLine(known, line, number))}\n`);
  }
  return 0;
}
