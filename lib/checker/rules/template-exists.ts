import { nearestNames } from "../nearest";
import { defineRule } from "../rule";
import { TEMPLATES } from "../upstream/templates";

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
    // The list of templates is that of this release.
    if (config.release !== "v0.9.5" || !config.isSet("template") || TEMPLATES.has(config.text("template"))) return [];
    const [nearest] = nearestNames(config.text("template"), TEMPLATES.keys(), 1);
    return [
      {
        at: "template",
        data: { template: config.text("template"), nearest: nearest ?? "" },
        fix: nearest === undefined ? [] : [{ kind: "set", key: "template", value: nearest }],
      },
    ];
  },
  message: {
    en: ({ template, nearest }) =>
      `v0.9.5 has no template called ${template}: preparing the data stops.${nearest ? ` The nearest name is ${nearest}.` : ""}`,
    zh: ({ template, nearest }) =>
      `v0.9.5 没有名为 ${template} 的模板：处理数据时会报错停止。${nearest ? `最接近的是 ${nearest}。` : ""}`,
  },
});
