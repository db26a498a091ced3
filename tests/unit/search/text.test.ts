import { describe, expect, it } from "vitest";
import { compact, fold, stem, tokenize } from "@/lib/search/text";

const terms = (text: string) => tokenize(fold(text)).map(({ term }) => term);

describe("fold", () => {
  it("takes full-width letters, case and accents as nothing", () => {
    expect(fold("ＦＰ１６ Naïve")).toBe("fp16 naive");
  });

  it("keeps every character at its place, so that a match can be marked", () => {
    for (const text of ["學習率 ＬＲ", "½ epoch", "ﬁne"]) expect(fold(text)).toHaveLength(text.length);
  });

  it("reads traditional characters by the index's own pairs", () => {
    expect(
      fold(
        "學習",
        new Map([
          ["學", "学"],
          ["習", "习"],
        ]),
      ),
    ).toBe("学习");
  });
});

describe("compact", () => {
  it.each(["lora_alpha", "LoRA-alpha", "lora alpha", "ＬＯＲＡ＿ＡＬＰＨＡ"])("%s is loraalpha", (text) => {
    expect(compact(text)).toBe("loraalpha");
  });
});

describe("stem", () => {
  it.each([
    ["merging", "merge"],
    ["quantization", "quantized"],
    ["clipping", "clip"],
    ["initialisation", "initialize"],
    ["losses", "loss"],
  ])("%s and %s are one word", (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it("leaves names with digits alone", () => {
    expect(stem("fa2s")).toBe("fa2s");
  });
});

describe("tokenize", () => {
  it("cuts Chinese into overlapping pairs, so that every piece of a word is found", () => {
    expect(terms("学习率")).toEqual(["学习", "习率"]);
  });

  it("joins neighbours, so that `check point` is `checkpoint`", () => {
    expect(terms("check point")).toContain("checkpoint");
  });

  it("reads LoRA+ as another name than LoRA", () => {
    expect(terms("LoRA+")).toEqual(["loraplus"]);
  });

  it("tells where in the text a token stands", () => {
    const [token] = tokenize(fold("设置 lora_rank")).filter(({ term }) => term === "rank");
    expect(token).toMatchObject({ start: 8, end: 12 });
  });
});
