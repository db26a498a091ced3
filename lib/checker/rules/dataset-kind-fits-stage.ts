import { defineRule } from "../rule";
import { wrongKind } from "../upstream/dataset-info";

export default defineRule({
  id: "dataset-kind-fits-stage",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/data/loader.py", line: 179 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "dataset", "eval_dataset"],
  upstreamMessage: "The dataset is not applicable in the current training stage.",
  check(config) {
    const applies = wrongKind(config) !== null;
    return applies ? [{ at: "dataset", data: { name: wrongKind(config) ?? "", stage: config.text("stage") } }] : [];
  },
  message: {
    en: ({ name, stage }) =>
      `The dataset ${name} does not fit the stage ${stage}: rm and dpo need ranking: true in dataset_info.json, all other stages must not have it. Preparing the data stops.`,
    zh: ({ name, stage }) =>
      `数据集 ${name} 不适合 ${stage} 阶段：rm 和 dpo 要求 dataset_info.json 中 ranking 为 true，其他阶段则不能有。处理数据时会报错停止。`,
  },
});
