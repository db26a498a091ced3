import { defineRule, silent } from "../rule";

export default defineRule({
  id: "hf-torch-compile",
  severity: "note",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["torch_compile", "torch_compile_backend", "torch_compile_mode"],
  adjust(config) {
    if (
      (config.isSet("torch_compile_mode") || config.isSet("torch_compile_backend")) &&
      !config.isTrue("torch_compile")
    )
      config.set("torch_compile", true);
    if (config.isTrue("torch_compile") && !config.isSet("torch_compile_backend"))
      config.set("torch_compile_backend", "inductor");
  },
  message: silent,
});
