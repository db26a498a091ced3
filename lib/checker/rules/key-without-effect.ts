import { idleKeys } from "../idle-keys";
import { defineRule } from "../rule";

/** A key that this combination never looks at; see `idle-keys.ts` for which and why. */
export default defineRule<{ key: string; en: string; zh: string }>({
  id: "key-without-effect",
  severity: "warning",
  phase: "values",
  commands: ["train", "infer", "export", "eval"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 444 },
  reads: [],
  check(config) {
    return idleKeys(config).map(({ key, because }) => ({
      at: key,
      parameters: [key],
      data: { key, en: because.en, zh: because.zh },
      fix: [{ kind: "remove", key }],
    }));
  },
  message: {
    en: ({ key, en }) => `${key} has no effect: ${en}.`,
    zh: ({ key, zh }) => `${key} 不起作用：${zh}。`,
  },
});
