import { deflateRawSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fragmentOf, packedIn, packText, ShareError, unpackText } from "@/lib/checker/tool/share";

const packBytes = (bytes: Uint8Array) => deflateRawSync(bytes).toString("base64url");

describe("a text in an address", () => {
  it("comes back as it was, whatever it is", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 300 }), async (text) => {
        expect(await unpackText(await packText(text))).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it("uses only letters that need no escape, and is shorter than the text", async () => {
    const text = "per_device_train_batch_size: 1\n".repeat(50);
    const packed = await packText(text);
    expect(packed).toMatch(/^[\w-]+$/);
    expect(packed.length).toBeLessThan(text.length / 5);
    expect(packedIn(fragmentOf(packed))).toBe(packed);
    expect(packedIn("#results")).toBeNull();
  });

  it.each([
    ["nothing", "", "damaged"],
    ["other letters", "a b%20c", "damaged"],
    ["no compressed text", "AAAA", "damaged"],
    ["half a text", packBytes(Buffer.from("lora_rank: 8\n".repeat(40))).slice(0, 20), "damaged"],
    ["bytes that are no text", packBytes(Uint8Array.of(0xff, 0xfe, 0xc3, 0x28)), "damaged"],
    ["a bomb", packBytes(new Uint8Array(30 * 2 ** 20)), "too-large"],
    ["endless letters", "A".repeat(3 * 2 ** 20), "too-large"],
  ])("refuses %s", async (_, packed, problem) => {
    await expect(unpackText(packed)).rejects.toThrow(ShareError);
    await expect(unpackText(packed)).rejects.toMatchObject({ problem });
  });
});
