import { defineRule } from "../rule";

export default defineRule({
  id: "new-special-tokens-resize-vocab",
  severity: "note",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/patcher.py", line: 293 },
  holds: { since: "v0.9.3", main: true },
  reads: ["add_special_tokens", "resize_vocab"],
  upstreamMessage: "New special tokens have been added, changed `resize_vocab` to True.",
  check(config) {
    const applies = config.isSet("add_special_tokens") && !config.isTrue("resize_vocab");
    return applies ? [{ at: "add_special_tokens", data: {} }] : [];
  },
  message: {
    en: () => "Where a special token is new to the tokenizer, resize_vocab turns itself on.",
    zh: () => "只要有分词器不认识的特殊 token，resize_vocab 就会自动开启。",
  },
});
