import { listFolder } from "../environment";
import { defineRule } from "../rule";

export default defineRule({
  id: "tokenized-path-no-streaming",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/data/loader.py", line: 299 },
  holds: { since: "v0.9.0", main: true },
  reads: ["tokenized_path", "streaming"],
  upstreamMessage: "Turn off `streaming` when saving dataset to disk.",
  check(config) {
    const applies =
      config.isTrue("streaming") &&
      config.isSet("tokenized_path") &&
      (listFolder(config.environment, config.text("tokenized_path"))?.length ?? 0) === 0;
    return applies
      ? [
          {
            at: "tokenized_path",
            data: { folder: config.text("tokenized_path") },
            fix: [{ kind: "remove", key: "streaming" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ folder }) =>
      `Saving the tokenized data needs all of it at once: unless ${folder} exists already, preparing the data stops with streaming on.`,
    zh: ({ folder }) => `保存分词结果需要一次处理全部数据：除非 ${folder} 已存在，否则开启 streaming 会报错停止。`,
  },
});
