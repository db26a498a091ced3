import { describe, expect, it } from "vitest";
import { lossTokenCount, type MaskedToken, maskExample, sharedLengths } from "@/lib/calculators/loss-mask";
import { greedyKnapsack, packExamples, packedAttention, packedPositions, sees } from "@/lib/calculators/packing";
import reference from "../../fixtures/calculators/loss-mask.json";

type Run = [number, MaskedToken["part"], number, number, number];
const turns = [
  { promptTokens: 10, responseTokens: 5 },
  { promptTokens: 6, responseTokens: 8 },
];
const learned = (settings: Partial<Parameters<typeof maskExample>[1]>) =>
  maskExample(turns, { cutoffLen: 100, ...settings }).filter((token) => token.learned);

describe("the loss mask", () => {
  it.each(reference.examples)("is LLaMA-Factory's for $turns cut at $cutoff_len", (row) => {
    const tokens = maskExample(
      row.turns.map(([promptTokens = 0, responseTokens = 0]) => ({ promptTokens, responseTokens })),
      {
        cutoffLen: row.cutoff_len,
        trainOnPrompt: row.train_on_prompt,
        maskHistory: row.mask_history,
        efficientEos: row.efficient_eos,
      },
    );
    const expected = (row.runs as Run[]).flatMap(([turn, part, from, to, keeps]) =>
      Array.from({ length: to - from }, (_, offset) => ({ turn, part, index: from + offset, learned: keeps === 1 })),
    );
    expect(tokens).toEqual(expected);
  });

  it("learns every answer, and nothing else", () => {
    expect(learned({}).every(({ part }) => part === "response")).toBe(true);
    expect(learned({})).toHaveLength(13);
  });

  it("learns prompts too with train_on_prompt", () => {
    expect(learned({ trainOnPrompt: true })).toHaveLength(29);
  });

  it("learns the last answer only with mask_history", () => {
    expect(learned({ maskHistory: true }).every(({ turn }) => turn === 1)).toBe(true);
  });

  it("refuses train_on_prompt with mask_history", () => {
    expect(() => learned({ trainOnPrompt: true, maskHistory: true })).toThrow(RangeError);
  });

  it("drops the last turns for want of room, or with mask_history the first", () => {
    const kept = (maskHistory: boolean) =>
      new Set(maskExample(turns, { cutoffLen: 14, maskHistory }).map((t) => t.turn));
    expect([...kept(false)]).toEqual([0]);
    expect([...kept(true)]).toEqual([1]);
  });

  it("does not count the first token of a row", () => {
    expect(lossTokenCount(maskExample(turns, { cutoffLen: 100, trainOnPrompt: true }))).toBe(28);
  });

  it.each(reference.shared_lengths)("shares room: %d and %d in %d", (prompt, response, room, kept) => {
    const [keptPrompt, keptResponse] = kept as unknown as [number, number];
    expect(sharedLengths(prompt as number, response as number, room as number)).toEqual({
      prompt: keptPrompt,
      response: keptResponse,
    });
  });
});

describe("packing", () => {
  it.each(reference.knapsacks as [number[], number, number[][]][])(
    "fills %j into %d",
    (lengths, capacity, knapsacks) => {
      expect(greedyKnapsack(lengths, capacity)).toEqual(knapsacks);
    },
  );

  it("makes rows one token longer than cutoff_len, and loses no example", () => {
    const { rows, dropped } = packExamples([5, 3, 9, 5, 12], 10);
    expect(dropped).toEqual([4]);
    expect(rows.flatMap(({ examples }) => examples).sort()).toEqual([0, 1, 2, 3]);
    for (const { lengths, paddingTokens } of rows) {
      expect(lengths.reduce((sum, length) => sum + length, paddingTokens)).toBe(11);
    }
  });

  it("lets examples see each other, and neat_packing does not", () => {
    const [row] = packExamples([3, 4], 8).rows;
    if (!row) throw new Error("no row");
    expect(packedAttention(row, true)).toEqual([1, 1, 1, 1, 2, 2, 2, 0, 0]);
    expect(packedPositions(row)).toEqual([0, 1, 2, 3, 0, 1, 2, 0, 0]);
    expect(sees(packedAttention(row, false), 5, 1)).toBe(true);
    expect(sees(packedAttention(row, true), 5, 1)).toBe(false);
    expect(sees(packedAttention(row, true), 5, 4)).toBe(true);
    expect(sees(packedAttention(row, true), 4, 5)).toBe(false);
  });

  it("refuses a length above the capacity", () => {
    expect(() => greedyKnapsack([11], 10)).toThrow(RangeError);
  });
});
