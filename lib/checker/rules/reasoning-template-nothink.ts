import { defineRule } from "../rule";
import { TEMPLATES } from "../upstream/templates";

export default defineRule({
  id: "reasoning-template-nothink",
  severity: "note",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/data/template.py", line: 658 },
  holds: { since: "v0.9.4", main: true },
  reads: ["template", "enable_thinking"],
  upstreamMessage:
    "You are using reasoning template, please add `_nothink` suffix if the model is not a reasoning model. e.g., qwen3_vl_nothink",
  check(config) {
    const applies =
      TEMPLATES.get(config.text("template"))?.reasons === true && TEMPLATES.has(`${config.text("template")}_nothink`);
    return applies ? [{ at: "template", data: { template: config.text("template") } }] : [];
  },
  message: {
    en: ({ template }) =>
      `${template} is the template of thinking models. For a model that does not think, use ${template}_nothink.`,
    zh: ({ template }) => `${template} 是思考模型的模板。模型不带思考时，请用 ${template}_nothink。`,
  },
});
