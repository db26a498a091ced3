import { packageRule } from "../package-rule";

export default packageRule({
  id: "export-quantization-packages",
  phase: "later",
  commands: ["export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 136 },
  holds: { since: "v0.9.3", main: true },
  reads: ["export_quantization_bit"],
  packages: ["optimum>=1.24.0", "gptqmodel>=2.0.0"],

  when: (config) => config.isSet("export_quantization_bit"),
});
