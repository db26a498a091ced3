import { packageRule } from "../package-rule";

export default packageRule({
  id: "bnb-package-4bit",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 172 },
  holds: { since: "v0.9.2", main: true },
  reads: ["quantization_bit", "quantization_method"],
  packages: ["bitsandbytes>=0.39.0"],

  when: (config) => config.is("quantization_method", "bnb") && config.is("quantization_bit", 4),
});
