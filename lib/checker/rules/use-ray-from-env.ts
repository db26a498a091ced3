import { defineRule } from "../rule";

export default defineRule({
  id: "use-ray-from-env",
  severity: "note",
  phase: "ray",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/training_args.py", line: 61 },
  holds: { since: "v0.9.2", main: true },
  reads: ["ray_num_workers", "ray_init_kwargs"],
  check(config) {
    const applies =
      (config.isWritten("ray_num_workers") || config.isWritten("ray_init_kwargs")) && !config.isEnabled("USE_RAY");
    return applies ? [{ at: "ray_num_workers", data: {} }] : [];
  },
  message: {
    en: () => "Ray only runs with the environment variable USE_RAY=1; without it the ray_… keys do nothing.",
    zh: () => "只有设置环境变量 USE_RAY=1 才会用 Ray；否则 ray_ 开头的键都不起作用。",
  },
});
