import { defineRule } from "../rule";
import { undefinedDataset } from "../upstream/dataset-info";

export default defineRule({
  id: "dataset-defined",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/data/parser.py", line: 126 },
  holds: { since: "v0.9.5", main: false },
  reads: ["dataset", "eval_dataset", "dataset_dir"],
  upstreamMessage: "Undefined dataset {name} in dataset_info.json.",
  check(config) {
    const applies = undefinedDataset(config) !== null;
    return applies
      ? [
          {
            at: "dataset",
            data: { name: undefinedDataset(config) ?? "", file: `${config.text("dataset_dir")}/dataset_info.json` },
          },
        ]
      : [];
  },
  message: {
    en: ({ name, file }) => `${name} is not in ${file}: preparing the data stops.`,
    zh: ({ name, file }) => `${file} 中没有 ${name}：处理数据时会报错停止。`,
  },
});
