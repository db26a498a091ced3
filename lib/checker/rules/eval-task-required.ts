import { defineRule } from "../rule";

export default defineRule({
  id: "eval-task-required",
  severity: "error",
  phase: "evaluation",
  commands: ["eval"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/evaluation_args.py", line: 26 },
  reads: ["task"],
  upstreamMessage: "EvaluationArguments.__init__() missing 1 required positional argument: 'task'",
  check(config) {
    const applies = !config.isWritten("task");
    return applies ? [{ at: "task", data: {} }] : [];
  },
  message: {
    en: () => "Evaluation needs task, such as mmlu_test.",
    zh: () => "评估需要 task，例如 mmlu_test。",
  },
});
