import { defineRule } from "../rule";

export default defineRule({
  id: "template-missing-from-tokenizer",
  severity: "note",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/data/template.py", line: 632 },
  holds: { since: "v0.9.2", main: true },
  reads: ["template"],
  upstreamMessage: "`template` was not specified, try parsing the chat template from the tokenizer.",
  check(config) {
    const applies = !config.isSet("template") && !config.is("stage", "pt");
    return applies ? [{ at: "template", data: {} }] : [];
  },
  message: {
    en: () =>
      "template is not set: upstream guesses one from the tokenizer's chat template, or falls back to the template empty.",
    zh: () => "没有设置 template：上游会根据分词器的对话模板推断，推断不了就用 empty 模板。",
  },
});
