import { defineRule } from "../rule";
import { quantizedByName } from "../upstream/quantized-by-name";

export default defineRule({
  id: "dora-no-ptq",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/adapter.py", line: 220 },
  holds: { since: "v0.9.0", main: true },
  reads: ["use_dora", "quantization_bit", "quantization_method"],
  upstreamMessage: "DoRA is not compatible with PTQ-quantized models.",
  check(config) {
    const applies =
      config.isTrue("use_dora") &&
      ((config.isSet("quantization_bit") && config.is("quantization_method", "hqq", "eetq")) ||
        quantizedByName(config) !== null);
    return applies ? [{ at: "use_dora", data: {}, fix: [{ kind: "remove", key: "use_dora" }] }] : [];
  },
  message: {
    en: () => "DoRA only goes with bitsandbytes quantization; with any other, loading the model stops.",
    zh: () => "DoRA 只能配合 bitsandbytes 量化；用其他方式量化的模型，加载时会报错停止。",
  },
});
