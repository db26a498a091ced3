import { PyError } from "../python/errors";
import { defineRule, silent } from "../rule";

export default defineRule({
  id: "hf-ddp-timeout",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["ddp_timeout"],
  check(config) {
    if (config.isTrue("use_cpu")) return [];
    const type = config.typeOf("ddp_timeout");
    if (!["int", "float", "bool"].includes(type))
      throw new PyError("TypeError", `unsupported type for timedelta seconds component: ${type}`, ["ddp_timeout"]);
    return [];
  },
  message: silent,
});
