import { PyFloat } from "../python/values";
import { defineRule } from "../rule";
import { lessOne } from "../upstream/cutoff";

export default defineRule({
  id: "packing-shortens-cutoff",
  severity: "note",
  phase: "data",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/data_args.py", line: 189 },
  holds: { since: "v0.9.3", main: true },
  reads: ["packing", "cutoff_len"],
  check(config) {
    if (config.isTrue("packing")) lessOne(config);
    const applies = config.isTrue("packing") && config.isWritten("cutoff_len");
    return applies ? [{ at: "cutoff_len", data: { length: lessOne(config) } }] : [];
  },
  adjust(config) {
    if (!config.isTrue("packing")) return;
    const shorter = lessOne(config);
    config.set("cutoff_len", config.raw("cutoff_len") instanceof PyFloat ? new PyFloat(shorter) : shorter);
  },
  message: {
    en: ({ length }) => `With packing, one token is taken off: the sequences are ${length} long.`,
    zh: ({ length }) => `开启 packing 后会减去一个 token：实际序列长度为 ${length}。`,
  },
});
