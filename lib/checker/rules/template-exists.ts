import type { Config } from "../config";
import { nearestNames } from "../nearest";
import { defineRule } from "../rule";
import { TEMPLATES } from "../upstream/templates";

function nearest(config: Config) {
  return nearestNames(config.text("template"), TEMPLATES.keys(), 1)[0];
}
function hint(config: Config) {
  const name = nearest(config);
  return name ? ` (${name}?)` : "";
}

export default defineRule({
  id: "template-exists",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/data/template.py", line: 639 },
  holds: { since: "v0.9.0", main: true },
  reads: ["template"],
  upstreamMessage: "Template {template} does not exist.",
  check(config) {
    const applies = config.isSet("template") && !TEMPLATES.has(config.text("template")) && config.release === "v0.9.5";
    return applies
      ? [
          {
            at: "template",
            data: { template: config.text("template"), hint: hint(config) },
            fix:
              nearest(config) === undefined ? [] : [{ kind: "set", key: "template", value: nearest(config) as string }],
          },
        ]
      : [];
  },
  message: {
    en: ({ template, hint }) => `v0.9.5 has no template called ${template}${hint}: preparing the data stops.`,
    zh: ({ template, hint }) => `v0.9.5 没有名为 ${template} 的模板${hint}：处理数据时会报错停止。`,
  },
});
