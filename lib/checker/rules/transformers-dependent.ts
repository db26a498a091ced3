import { defineRule } from "../rule";

/** Raised by `check.ts` where the two lines of transformers that v0.9.5 allows give different verdicts. */
export default defineRule<{ line: string; other: string; verdict: string; reason: string }>({
  id: "transformers-dependent",
  severity: "warning",
  phase: "values",
  commands: ["train", "infer", "export", "eval"],
  source: { release: "v0.9.5", file: "src/llamafactory/extras/misc.py", line: 97 },
  reads: [],
  message: {
    en: ({ line, other, verdict, reason }) =>
      `This holds for transformers ${line}; with ${other} the configuration is ${verdict === "reject" ? `refused (${reason})` : "accepted"}.`,
    zh: ({ line, other, verdict, reason }) =>
      `以上是 transformers ${line} 的结论；换成 ${other}，这份配置会${verdict === "reject" ? `被拒绝（${reason}）` : "被接受"}。`,
  },
});
