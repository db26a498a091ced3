import { defineRule } from "../rule";
import { stepsMismatch } from "../upstream/step-rhythm";

export default defineRule({
  id: "hf-load-best-steps-mixed",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["save_steps", "eval_steps", "load_best_model_at_end"],
  upstreamMessage:
    "--load_best_model_at_end requires the saving steps to be a multiple of the evaluation steps, which cannot get guaranteed when mixing ratio and absolute steps for save_steps {save_steps} and eval_steps {eval_steps}.",
  check(config) {
    const applies = stepsMismatch(config) === "mixed";
    return applies ? [{ at: "save_steps", data: {} }] : [];
  },
  message: {
    en: () => "With load_best_model_at_end, save_steps and eval_steps must both be fractions or both be whole numbers.",
    zh: () => "使用 load_best_model_at_end 时，save_steps 和 eval_steps 必须同为比例或同为整数。",
  },
});
