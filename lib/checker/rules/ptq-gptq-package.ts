import { packageRule } from "../package-rule";
import { quantizedByName } from "../upstream/quantized-by-name";

export default packageRule({
  id: "ptq-gptq-package",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 118 },
  holds: { since: "v0.9.3", main: true },
  reads: ["model_name_or_path"],
  packages: ["gptqmodel>=2.0.0"],

  when: (config) => quantizedByName(config) === "gptq",
});
