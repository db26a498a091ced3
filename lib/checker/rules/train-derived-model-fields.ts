import { defineRule, silent } from "../rule";

export default defineRule({
  id: "train-derived-model-fields",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 517 },
  holds: { since: "v0.9.0", main: true },
  reads: ["cutoff_len", "neat_packing"],
  adjust(config) {
    config.derive("device_map", new Map([["", "device(cuda:0)"]]));
    config.derive("model_max_length", config.raw("cutoff_len"));
    if (config.isTrue("neat_packing")) config.derive("block_diag_attn", config.raw("neat_packing"));
  },
  message: silent,
});
