import { defineRule } from "../rule";

export default defineRule({
  id: "json-config-refused",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 79 },
  reads: [],
  upstreamMessage: "'PosixPath' object has no attribute 'read'",
  message: {
    en: () =>
      "v0.9.5 cannot read a .json file: it hands the path instead of the content to the JSON reader. Rename it to .yaml; JSON is valid YAML.",
    zh: () =>
      "v0.9.5 无法读取 .json 文件：它把路径而不是内容交给了 JSON 解析器。请把后缀改成 .yaml；JSON 本身就是合法的 YAML。",
  },
});
