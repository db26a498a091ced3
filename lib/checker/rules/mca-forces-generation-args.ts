import { defineRule } from "../rule";

export default defineRule({
  id: "mca-forces-generation-args",
  severity: "warning",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 279 },
  holds: { since: "v0.9.4", main: true },
  reads: ["predict_with_generate", "generation_max_length", "generation_num_beams", "cutoff_len"],
  check(config) {
    const applies = config.usesMegatron && config.isTrue("predict_with_generate");
    return applies ? [{ at: "predict_with_generate", data: {} }] : [];
  },
  adjust(config) {
    if (!config.usesMegatron) return;
    config.set("predict_with_generate", false);
    config.set("generation_max_length", config.raw("cutoff_len"));
    config.set("generation_num_beams", 1);
    config.set("use_mca", true);
  },
  message: {
    en: () => "With USE_MCA=1 predict_with_generate is switched off and the generation settings are fixed.",
    zh: () => "USE_MCA=1 时会关闭 predict_with_generate，并固定生成相关设置。",
  },
});
