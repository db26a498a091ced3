import { packageRule } from "../package-rule";

export default packageRule({
  id: "hqq-package",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 202 },
  holds: { since: "v0.9.2", main: true },
  reads: ["quantization_bit", "quantization_method"],
  packages: ["hqq"],

  when: (config) => config.is("quantization_method", "hqq") && config.isSet("quantization_bit"),
});
