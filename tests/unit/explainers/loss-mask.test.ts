import { describe, expect, it } from "vitest";
import { lossTokenCount, maskExample } from "@/lib/calculators/loss-mask";
import { sees } from "@/lib/calculators/packing";
import { splitWords, turnTokens } from "@/lib/explainers/chat-tokens";
import { type LossMaskState, lossMask, lossMaskYaml, viewLossMask } from "@/lib/explainers/loss-mask";

const { defaults, parse, serialize } = lossMask.en;
const view = (patch: Partial<LossMaskState> = {}) => viewLossMask({ ...defaults, ...patch });
const texts = (patch: Partial<LossMaskState>, row = 0) =>
  view(patch)
    .rows[row]?.tokens.filter(({ fate }) => fate === "counts")
    .map(({ text }) => text)
    .join(" ");

describe("the loss mask", () => {
  it("counts the answers with their end tokens, and no prompt", () => {
    expect(texts({}, 1)).toBe("Guten Morgen <|im_end|> \\n");
    expect(texts({})).toContain("Twice the rank . <|im_end|>");
    expect(texts({})).not.toContain("LoRA");
  });

  it("counts the last answer alone with mask_history, and all but the first token with train_on_prompt", () => {
    expect(texts({ mask_history: true })).toBe("Twice the rank . <|im_end|> \\n");
    const all = view({ train_on_prompt: true });
    expect(all.counting).toBe(all.kept - all.rows.length);
  });

  it("agrees with the calculator", () => {
    const turns = turnTokens("chatml", defaults.user, defaults.assistant);
    const lengths = turns.map(({ prompt, response }) => ({
      promptTokens: prompt.length,
      responseTokens: response.length,
    }));
    for (const cutoffLen of [10, 25, 40, 128]) {
      const row = view({ cutoff_len: cutoffLen }).rows[0];
      const masked = maskExample(lengths, { cutoffLen });
      expect(row?.keptTokens).toBe(masked.length);
      expect(row?.tokens.filter(({ fate }) => fate === "counts")).toHaveLength(lossTokenCount(masked));
    }
  });

  it("cuts the last turns, or the first ones with mask_history", () => {
    const kept = (patch: Partial<LossMaskState>) =>
      new Set(view(patch).rows[0]?.tokens.flatMap(({ fate, turn }) => (fate === "cut" ? [] : [turn])));
    expect(kept({ cutoff_len: 20 })).not.toContain(2);
    expect(kept({ cutoff_len: 17, mask_history: true })).toEqual(new Set([2]));
  });

  it("writes one end token with glm4, and learns where the next question begins", () => {
    const { tokens = [] } = view({ template: "glm4" }).rows[0] ?? {};
    expect(tokens.at(-1)).toMatchObject({ text: "<eos>", fate: "counts" });
    expect(tokens.filter(({ text, fate }) => text === "<|user|>" && fate === "counts")).toHaveLength(2);
  });

  it("refuses mask_history with train_on_prompt", () => {
    expect(view({ mask_history: true, train_on_prompt: true }).refused).toBe(true);
  });
});

describe("packed rows", () => {
  it("hold both samples in cutoff_len tokens, the longer first", () => {
    const { rows, sampleCutoff } = view({ packing: "packing" });
    expect(rows).toHaveLength(1);
    expect(sampleCutoff).toBe(127);
    expect(rows[0]?.attention).toHaveLength(128);
    expect(rows[0]?.sampleAt.slice(0, 1)).toEqual([0]);
  });

  it("let samples see each other, but not with neat_packing", () => {
    const look = (packing: "packing" | "neat_packing") => {
      const row = view({ packing }).rows[0];
      return sees(row?.attention ?? [], row?.sampleAt.indexOf(1) ?? 0, 0);
    };
    expect(look("packing")).toBe(true);
    expect(look("neat_packing")).toBe(false);
  });

  it("are several where one has no room", () => {
    expect(view({ packing: "packing", cutoff_len: 60 }).rows).toHaveLength(2);
  });
});

describe("the state of the loss mask", () => {
  it("survives the address", () => {
    const state: LossMaskState = {
      ...defaults,
      packing: "neat_packing",
      user: ["Hi & bye"],
      assistant: ["说 = 好"],
      at: 3,
    };
    expect(parse(serialize(state))).toEqual(state);
  });

  it("has a question for every answer, whatever the address says", () => {
    const state = parse(new URLSearchParams("user=a&user=b&assistant=c&cutoff_len=1e9"));
    expect([state.user, state.assistant, state.cutoff_len]).toEqual([["a"], ["c"], 400]);
  });

  it("looks from a token that exists", () => {
    expect(view({ at: 2000 }).at.index).toBe(view().kept - 1);
  });

  it("takes a Han character for a token", () => {
    expect(splitWords("LoRA 是什么？")).toEqual(["LoRA", "是", "什", "么", "？"]);
  });

  it("writes only the switches that are on", () => {
    expect(lossMaskYaml(defaults)).toBe("stage: sft\ntemplate: chatml\ncutoff_len: 128");
    expect(lossMaskYaml({ ...defaults, packing: "neat_packing", mask_history: true })).toContain(
      "mask_history: true\nneat_packing: true",
    );
  });
});
