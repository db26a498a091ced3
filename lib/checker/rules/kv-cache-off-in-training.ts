import { defineRule } from "../rule";

export default defineRule({
  id: "kv-cache-off-in-training",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/kv_cache.py", line: 40 },
  holds: { since: "v0.9.3", main: true },
  reads: ["use_kv_cache", "do_train"],
  check(config) {
    const applies = config.isTrue("do_train") && config.isWritten("use_kv_cache") && config.isTrue("use_kv_cache");
    return applies ? [{ at: "use_kv_cache", data: {}, fix: [{ kind: "remove", key: "use_kv_cache" }] }] : [];
  },
  message: {
    en: () => "The key-value cache is off while training, whatever use_kv_cache says.",
    zh: () => "训练时 KV 缓存总是关闭的，use_kv_cache 不起作用。",
  },
});
