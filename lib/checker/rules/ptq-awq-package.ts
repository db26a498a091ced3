import { packageRule } from "../package-rule";
import { quantizedByName } from "../upstream/quantized-by-name";

export default packageRule({
  id: "ptq-awq-package",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 123 },
  holds: { since: "v0.9.2", main: true },
  reads: ["model_name_or_path"],
  packages: ["autoawq"],

  when: (config) => quantizedByName(config) === "awq",
});
