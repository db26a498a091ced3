import { defineRule } from "../rule";

export default defineRule({
  id: "neat-packing-turns-on-packing",
  severity: "warning",
  phase: "data",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/data_args.py", line: 186 },
  holds: { since: "v0.9.3", main: true },
  reads: ["neat_packing", "packing"],
  check(config) {
    const applies = config.isTrue("neat_packing") && config.isWritten("packing") && !config.isTrue("packing");
    return applies ? [{ at: "packing", data: {}, fix: [{ kind: "remove", key: "packing" }] }] : [];
  },
  adjust(config) {
    if (config.isTrue("neat_packing")) config.set("packing", true);
  },
  message: {
    en: () => "neat_packing turns packing on, whatever packing says.",
    zh: () => "neat_packing 会强制开启 packing，这里写的值不起作用。",
  },
});
