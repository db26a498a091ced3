import { defineRule } from "../rule";
import { outsideRange } from "../upstream/versions";

export default defineRule({
  id: "base-dependency-versions",
  severity: "error",
  phase: "import",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/extras/misc.py", line: 97 },
  holds: { since: "v0.9.5", main: false },
  reads: [],
  upstreamMessage: "{wanted} is required for a normal functioning of this module, but found {name}=={found}.",
  check(config) {
    if (config.isEnabled("DISABLE_VERSION_CHECK")) return [];
    const outside = outsideRange(config);
    return outside ? [{ at: null, data: outside }] : [];
  },
  message: {
    en: ({ wanted, found }) => `v0.9.5 wants ${wanted}, and version ${found} is installed.`,
    zh: ({ wanted, found }) => `v0.9.5 要求 ${wanted}，而安装的版本是 ${found}。`,
  },
});
