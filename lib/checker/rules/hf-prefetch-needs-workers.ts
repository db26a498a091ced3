import { defineRule } from "../rule";

export default defineRule({
  id: "hf-prefetch-needs-workers",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 2106 },
  reads: ["dataloader_prefetch_factor", "dataloader_num_workers"],
  upstreamMessage:
    "--dataloader_prefetch_factor can only be set when data is loaded in a different process, i.e. when --dataloader_num_workers > 0.",
  check(config) {
    const applies = config.is("dataloader_num_workers", 0) && config.isSet("dataloader_prefetch_factor");
    return applies
      ? [{ at: "dataloader_prefetch_factor", data: {}, fix: [{ kind: "remove", key: "dataloader_prefetch_factor" }] }]
      : [];
  },
  message: {
    en: () => "Prefetching is done by worker processes, and dataloader_num_workers is 0.",
    zh: () => "预取由工作进程完成，而 dataloader_num_workers 是 0。",
  },
});
