import { defineRule, silent } from "../rule";
import { jsonText } from "../upstream/json-text";

export default defineRule({
  id: "ray-init-kwargs-json",
  severity: "note",
  phase: "ray",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/training_args.py", line: 64 },
  holds: { since: "v0.9.4", main: true },
  reads: ["ray_init_kwargs"],
  check(config) {
    jsonText(config, "ray_init_kwargs");
    return [];
  },
  adjust(config) {
    const parsed = jsonText(config, "ray_init_kwargs");
    if (parsed !== undefined) config.set("ray_init_kwargs", parsed);
  },
  message: silent,
});
