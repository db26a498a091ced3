import { listFolder } from "../environment";
import { defineRule } from "../rule";

export default defineRule({
  id: "tokenized-path-ignores-data-args",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/data/loader.py", line: 289 },
  holds: { since: "v0.9.0", main: true },
  reads: ["tokenized_path", "dataset"],
  upstreamMessage: "Loading dataset from disk will ignore other data arguments.",
  check(config) {
    const applies =
      config.isTrue("tokenized_path") &&
      (listFolder(config.environment, config.text("tokenized_path"))?.length ?? 0) > 0;
    return applies ? [{ at: "tokenized_path", data: { folder: config.text("tokenized_path") } }] : [];
  },
  message: {
    en: ({ folder }) => `${folder} exists, so the data is loaded from there and all other data parameters are ignored.`,
    zh: ({ folder }) => `${folder} 已存在，数据会直接从那里加载，其他数据参数都不起作用。`,
  },
});
