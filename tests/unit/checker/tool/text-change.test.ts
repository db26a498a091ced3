import * as fc from "fast-check";
import { expect, it } from "vitest";
import { changeBetween } from "@/lib/checker/tool/text-change";

it("makes the second text of the first", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀", "😁", "字") }),
      fc.string({ unit: fc.constantFrom("a", "b", "\n", "😀", "😁", "字") }),
      (before, after) => {
        const change = changeBetween(before, after);
        if (change === null) {
          expect(after).toBe(before);
          return;
        }
        expect(before.slice(0, change.from) + change.insert + before.slice(change.to)).toBe(after);
        expect(change.insert.isWellFormed()).toBe(true);
      },
    ),
  );
});

it("touches one line only, so that a cursor elsewhere stays", () => {
  expect(changeBetween("a: 1\nlora_r: 8\nb: 2", "a: 1\nlora_rank: 8\nb: 2")).toEqual({
    from: 11,
    to: 11,
    insert: "ank",
  });
});
