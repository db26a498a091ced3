import { defineRule } from "../rule";

export default defineRule({
  id: "generation-beams-from-eval-beams",
  severity: "warning",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 458 },
  holds: { since: "v0.9.3", main: true },
  reads: ["eval_num_beams", "generation_num_beams"],
  check(config) {
    const applies = config.isTrue("eval_num_beams") && config.isWritten("generation_num_beams");
    return applies ? [{ at: "generation_num_beams", data: { beams: config.text("eval_num_beams") } }] : [];
  },
  adjust(config) {
    if (config.isTrue("eval_num_beams")) config.set("generation_num_beams", config.raw("eval_num_beams"));
  },
  message: {
    en: ({ beams }) => `eval_num_beams overrides generation_num_beams: ${beams} beams are used.`,
    zh: ({ beams }) => `eval_num_beams 会覆盖 generation_num_beams：实际使用 ${beams} 个 beam。`,
  },
});
