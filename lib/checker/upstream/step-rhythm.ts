import type { Config } from "../config";

/** How `save_steps` misses `eval_steps` where the best checkpoint is to be loaded. */
export function stepsMismatch(config: Config): "mixed" | "multiple" | null {
  if (
    !config.isTrue("load_best_model_at_end") ||
    !config.is("save_strategy", "steps") ||
    !config.is("eval_strategy", "steps")
  )
    return null;
  const [save, evaluation] = [config.value("save_steps"), config.value("eval_steps")];
  if (typeof save !== "number" || typeof evaluation !== "number" || evaluation === 0 || save % evaluation === 0)
    return null;
  if (save >= 1 && evaluation >= 1) return "multiple";
  if (save >= 1 || evaluation >= 1) return "mixed";
  // Fractions are compared as millionths, because 0.3 % 0.1 is not 0.
  return (save * 1e6) % (evaluation * 1e6) === 0 ? null : "multiple";
}
