import { packageRule } from "../package-rule";
import { quantizedByName } from "../upstream/quantized-by-name";

export default packageRule({
  id: "ptq-aqlm-package",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 126 },
  holds: { since: "v0.9.2", main: true },
  reads: ["model_name_or_path"],
  packages: ["aqlm>=1.1.0"],

  when: (config) => quantizedByName(config) === "aqlm",
});
