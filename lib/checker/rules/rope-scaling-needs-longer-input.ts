import { defineRule } from "../rule";

export default defineRule({
  id: "rope-scaling-needs-longer-input",
  severity: "note",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/rope.py", line: 54 },
  holds: { since: "v0.9.0", main: true },
  reads: ["rope_scaling", "cutoff_len"],
  upstreamMessage: "Input length is smaller than max length. Disabling rope scaling.",
  check(config) {
    const applies = config.isSet("rope_scaling") && config.isTrue("do_train");
    return applies ? [{ at: "rope_scaling", data: { length: config.text("cutoff_len") } }] : [];
  },
  message: {
    en: ({ length }) =>
      `rope_scaling only takes effect where cutoff_len (${length}) is larger than the model's own length; else it is dropped with a warning.`,
    zh: ({ length }) => `只有 cutoff_len（${length}）大于模型自身的长度时 rope_scaling 才生效，否则会给出警告并忽略。`,
  },
});
