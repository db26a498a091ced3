import { defineRule } from "../rule";
import { fsdpOptions } from "../upstream/fsdp-options";

export default defineRule({
  id: "hf-fsdp-offload-alone",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["fsdp"],
  upstreamMessage:
    '`--fsdp offload` can\'t work on its own. It needs to be added to `--fsdp full_shard` or `--fsdp shard_grad_op`. For example, `--fsdp "full_shard offload"`.',
  check(config) {
    const applies = fsdpOptions(config).join() === "offload";
    return applies ? [{ at: "fsdp", data: {}, fix: [{ kind: "set", key: "fsdp", value: "full_shard offload" }] }] : [];
  },
  message: {
    en: () => "offload alone shards nothing: write full_shard offload.",
    zh: () => "只写 offload 不会切分任何东西：请写 full_shard offload。",
  },
});
