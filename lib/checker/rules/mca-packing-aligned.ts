import { defineRule } from "../rule";

export default defineRule({
  id: "mca-packing-aligned",
  severity: "note",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/mca/workflow.py", line: 225 },
  holds: { since: "v0.9.4", main: true },
  reads: ["neat_packing", "packing"],
  check(config) {
    const applies =
      config.usesMegatron && config.isWritten("packing") && config.isTrue("packing") !== config.isTrue("neat_packing");
    return applies ? [{ at: "packing", data: {} }] : [];
  },
  message: {
    en: () => "With USE_MCA=1 packing and neat_packing are one switch: either of them turns both on.",
    zh: () => "USE_MCA=1 时 packing 和 neat_packing 是同一个开关：任一为真，两者都开启。",
  },
});
