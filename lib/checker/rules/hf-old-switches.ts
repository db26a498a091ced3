import { defineRule, silent } from "../rule";

/** Switches of transformers 4 that only set another parameter. */
export default defineRule({
  id: "hf-old-switches",
  severity: "note",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  transformers: "4.57",
  reads: ["no_cuda", "adafactor", "tpu_metrics_debug", "include_inputs_for_metrics", "torchdynamo"],
  adjust(config) {
    if (config.isTrue("no_cuda")) config.set("use_cpu", config.raw("no_cuda"));
    if (config.isTrue("adafactor")) config.set("optim", "adafactor");
    if (config.isTrue("tpu_metrics_debug")) {
      config.set("debug", `${config.isSet("debug") ? config.text("debug") : ""} tpu_metrics_debug`);
      config.set("tpu_metrics_debug", false);
    }
    if (config.isTrue("include_inputs_for_metrics"))
      config.set("include_for_metrics", [...config.items("include_for_metrics"), "inputs"]);
    if (config.isSet("torchdynamo")) config.set("torch_compile_backend", config.raw("torchdynamo"));
  },
  message: silent,
});
