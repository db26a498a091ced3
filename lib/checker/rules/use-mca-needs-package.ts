import { defineRule } from "../rule";

export default defineRule({
  id: "use-mca-needs-package",
  severity: "error",
  phase: "import",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/training_args.py", line: 29 },
  holds: { since: "v0.9.4", main: true },
  reads: [],
  upstreamMessage: "mcore_adapter is required when USE_MCA=1. Please install `mcore_adapter` and its dependencies.",
  check(config) {
    const applies = config.usesMegatron && config.isMissing("mcore_adapter");
    return applies ? [{ at: null, data: {} }] : [];
  },
  message: {
    en: () => "USE_MCA=1 needs the package mcore_adapter, which is not installed.",
    zh: () => "USE_MCA=1 需要 mcore_adapter 包，但它没有安装。",
  },
});
