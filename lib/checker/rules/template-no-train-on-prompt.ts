import { defineRule } from "../rule";
import { TEMPLATES } from "../upstream/templates";

export default defineRule({
  id: "template-no-train-on-prompt",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/data/template.py", line: 644 },
  holds: { since: "v0.9.0", main: true },
  reads: ["template", "train_on_prompt"],
  upstreamMessage: "Current template does not support `train_on_prompt`.",
  check(config) {
    const applies = config.isTrue("train_on_prompt") && TEMPLATES.get(config.text("template"))?.endsByItself === true;
    return applies
      ? [
          {
            at: "train_on_prompt",
            data: { template: config.text("template") },
            fix: [{ kind: "remove", key: "train_on_prompt" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ template }) => `The template ${template} does not support train_on_prompt: preparing the data stops.`,
    zh: ({ template }) => `${template} 模板不支持 train_on_prompt：处理数据时会报错停止。`,
  },
});
