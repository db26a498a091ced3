import type { Config } from "../config";
import { defineRule } from "../rule";

const isMoreThanOne = (config: Config) => {
  const batch = config.value("per_device_train_batch_size");
  return typeof batch === "number" && batch > 1;
};

export default defineRule({
  id: "neat-packing-fa2-batch-one",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/data/collator.py", line: 528 },
  holds: { since: "v0.9.5", main: true },
  reads: ["neat_packing", "flash_attn", "per_device_train_batch_size"],
  upstreamMessage: "bsz should be 1 for neat packing",
  check(config) {
    const applies = config.isTrue("neat_packing") && config.is("flash_attn", "fa2") && isMoreThanOne(config);
    return applies
      ? [
          {
            at: "per_device_train_batch_size",
            data: {},
            fix: [{ kind: "set", key: "per_device_train_batch_size", value: 1 }],
          },
        ]
      : [];
  },
  message: {
    en: () =>
      "With neat_packing and FlashAttention-2 the batch must be 1: the first training step stops. Use a longer cutoff_len instead.",
    zh: () =>
      "neat_packing 配合 FlashAttention-2 时批大小必须是 1：第一步训练就会报错停止。可以改用更大的 cutoff_len。",
  },
});
