import { listFolder } from "../environment";
import { defineRule } from "../rule";

export default defineRule({
  id: "eval-save-dir-must-not-exist",
  severity: "error",
  phase: "evaluation",
  commands: ["eval"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/evaluation_args.py", line: 60 },
  holds: { since: "v0.9.0", main: true },
  reads: ["save_dir"],
  upstreamMessage: "`save_dir` already exists, use another one.",
  check(config) {
    const applies =
      config.isSet("save_dir") && (listFolder(config.environment, config.text("save_dir"))?.length ?? 0) > 0;
    return applies ? [{ at: "save_dir", data: { folder: config.text("save_dir") } }] : [];
  },
  message: {
    en: ({ folder }) => `The folder ${folder} exists already; results are never written over it.`,
    zh: ({ folder }) => `目录 ${folder} 已存在；结果不会覆盖写入，请换一个。`,
  },
});
