import { defineRule, silent } from "../rule";
import { doubledRank } from "../upstream/doubled-rank";

export default defineRule({
  id: "lora-alpha-default",
  severity: "note",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 568 },
  holds: { since: "v0.9.0", main: true },
  reads: ["lora_alpha", "lora_rank"],
  check(config) {
    if (!config.isTrue("lora_alpha")) doubledRank(config);
    return [];
  },
  adjust(config) {
    if (!config.isTrue("lora_alpha")) config.set("lora_alpha", doubledRank(config));
  },
  message: silent,
});
