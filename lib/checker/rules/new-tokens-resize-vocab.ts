import { defineRule } from "../rule";

export default defineRule({
  id: "new-tokens-resize-vocab",
  severity: "note",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/patcher.py", line: 284 },
  holds: { since: "v0.9.2", main: true },
  reads: ["add_tokens", "resize_vocab"],
  upstreamMessage: "New tokens have been added, changed `resize_vocab` to True.",
  check(config) {
    const applies = config.isSet("add_tokens") && !config.isTrue("resize_vocab");
    return applies ? [{ at: "add_tokens", data: {} }] : [];
  },
  message: {
    en: () => "Where a token is new to the tokenizer, resize_vocab turns itself on.",
    zh: () => "只要有分词器不认识的 token，resize_vocab 就会自动开启。",
  },
});
