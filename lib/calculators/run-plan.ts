/**
 * How many optimizer updates, saves and evaluations a run has, as transformers 4.57.6 and accelerate 1.11 count them
 * (trainer.py lines 2346-2351 and 5674-5689; training_args.py lines 2551-2558; accelerate data_loader.py 170-185).
 */

export interface RunSettings {
  /** Examples after LLaMA-Factory's cuts, or packs with packing; `null` for a data set of unknown length (streaming). */
  readonly examples: number | null;
  /** `per_device_train_batch_size` */
  readonly perDeviceBatch: number;
  /** `gradient_accumulation_steps` */
  readonly accumulation: number;
  /** Processes that hold different data: GPUs, divided by the size of a tensor-parallel group. */
  readonly worldSize: number;
  /** `num_train_epochs`, may be a fraction */
  readonly epochs: number;
  /** `max_steps`; 0 or less means «by epochs» */
  readonly maxSteps?: number;
  /** `dataloader_drop_last` */
  readonly dropLast?: boolean;
}

export type RunSteps =
  | {
      readonly kind: "counted";
      /** Examples in one optimizer update. */
      readonly effectiveBatch: number;
      /** Batches each process draws in an epoch; `null` if the length is unknown. */
      readonly batchesPerProcess: number | null;
      readonly updatesPerEpoch: number;
      readonly totalSteps: number;
      /** Epochs that are begun; `null` if the length is unknown. */
      readonly epochsRun: number | null;
    }
  | { readonly kind: "refused"; readonly error: "ValueError"; readonly reason: string };

/**
 * Optimizer updates of a run.
 *
 * The last, short accumulation of an epoch is an update of its own (transformers 4.52 and later), and accelerate fills
 * up the last batch so that every process has as many.
 *
 * @returns counts, or the refusal of a run whose end nothing tells
 */
export function countSteps(settings: RunSettings): RunSteps {
  const { examples, perDeviceBatch, accumulation, worldSize, epochs, maxSteps = -1, dropLast = false } = settings;
  const effectiveBatch = perDeviceBatch * accumulation * worldSize;
  if (examples === null) {
    if (maxSteps <= 0) {
      return {
        kind: "refused",
        error: "ValueError",
        reason: "a data set without a length (streaming) needs max_steps above 0",
      };
    }
    return {
      kind: "counted",
      effectiveBatch,
      batchesPerProcess: null,
      updatesPerEpoch: maxSteps,
      totalSteps: maxSteps,
      epochsRun: null,
    };
  }
  const batches = dropLast ? Math.floor(examples / perDeviceBatch) : Math.ceil(examples / perDeviceBatch);
  const share = Math.floor(batches / worldSize);
  const batchesPerProcess = batches % worldSize === 0 || dropLast ? share : share + 1;
  const updatesPerEpoch = Math.max(1, Math.ceil(batchesPerProcess / accumulation));
  const totalSteps = maxSteps > 0 ? maxSteps : Math.ceil(epochs * updatesPerEpoch);
  const epochsRun = maxSteps > 0 ? Math.ceil(maxSteps / updatesPerEpoch) : Math.ceil(epochs);
  return { kind: "counted", effectiveBatch, batchesPerProcess, updatesPerEpoch, totalSteps, epochsRun };
}

/**
 * Warmup steps of a run: `warmup_steps` wins over `warmup_ratio`, and the ratio is rounded up.
 *
 * The product is the binary one, as in Python: 100 steps at a ratio of 0.07 give 8.
 *
 * @param warmup `warmup_steps` (a whole number) and `warmup_ratio` (0 to 1)
 * @throws RangeError for values that transformers refuses
 */
export function warmupSteps(
  totalSteps: number,
  { steps = 0, ratio = 0 }: { readonly steps?: number; readonly ratio?: number },
): number {
  if (!Number.isInteger(steps) || steps < 0) throw new RangeError("warmup_steps must be a whole number, 0 or more");
  if (!(ratio >= 0 && ratio <= 1)) throw new RangeError("warmup_ratio must lie between 0 and 1");
  return steps > 0 ? steps : Math.ceil(totalSteps * ratio);
}

/** `save_strategy` with `save_steps`, or `eval_strategy` with `eval_steps`. Below 1, steps are a share of the run. */
export interface Rhythm {
  readonly strategy: "no" | "steps" | "epoch";
  readonly every?: number;
}

/**
 * The steps at which the Trainer saves or evaluates.
 *
 * With `strategy: steps`, a checkpoint is also written at the last step, an evaluation is not (trainer_callback.py,
 * DefaultFlowCallback). With `epoch`, the end of a broken-off epoch counts as one.
 *
 * @returns step numbers, ascending, without repeats
 */
export function rhythmSteps(
  { strategy, every = 500 }: Rhythm,
  { totalSteps, updatesPerEpoch }: { readonly totalSteps: number; readonly updatesPerEpoch: number },
  purpose: "save" | "evaluate",
): number[] {
  if (strategy === "no" || totalSteps < 1) return [];
  const interval = strategy === "epoch" ? updatesPerEpoch : every < 1 ? Math.ceil(totalSteps * every) : every;
  const count = interval >= 1 ? Math.floor(totalSteps / interval) : 0;
  const steps = Array.from({ length: count }, (_, index) => (index + 1) * interval);
  const endsHere = strategy === "epoch" || purpose === "save";
  if (endsHere && steps.at(-1) !== totalSteps) steps.push(totalSteps);
  return steps;
}
