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
  upstreamMessage: "{requirement} is required for a normal functioning of this module, but found {package}=={version}.",
  check(config) {
    const applies = !config.isEnabled("DISABLE_VERSION_CHECK") && outsideRange(config) !== null;
    return applies
      ? [{ at: null, data: { wanted: outsideRange(config)?.wanted ?? "", found: outsideRange(config)?.found ?? "" } }]
      : [];
  },
  message: {
    en: ({ wanted, found }) => `v0.9.5 wants ${wanted}, and version ${found} is installed.`,
    zh: ({ wanted, found }) => `v0.9.5 要求 ${wanted}，而安装的版本是 ${found}。`,
  },
});
