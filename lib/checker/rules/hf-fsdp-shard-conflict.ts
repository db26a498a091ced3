import { defineRule } from "../rule";
import { fsdpOptions } from "../upstream/fsdp-options";

export default defineRule({
  id: "hf-fsdp-shard-conflict",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["fsdp"],
  upstreamMessage: "`--fsdp full_shard` is not compatible with `--fsdp shard_grad_op`.",
  check(config) {
    const applies = fsdpOptions(config).includes("full_shard") && fsdpOptions(config).includes("shard_grad_op");
    return applies ? [{ at: "fsdp", data: {} }] : [];
  },
  message: {
    en: () => "full_shard and shard_grad_op exclude each other.",
    zh: () => "full_shard 和 shard_grad_op 只能选一个。",
  },
});
