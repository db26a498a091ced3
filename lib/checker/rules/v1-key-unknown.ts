import { defineRule } from "../rule";

/** Raised by `check.ts` for files of the new back-end. */
export default defineRule({
  id: "v1-key-unknown",
  severity: "warning",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { release: "v0.9.5", file: "src/llamafactory/v1/config/arg_parser.py", line: 1 },
  reads: [],
  message: {
    en: () => "The new back-end (USE_V1=1) does not know this key.",
    zh: () => "新后端（USE_V1=1）不认识这个键。",
  },
});
