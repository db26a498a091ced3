import { expect, it } from "vitest";
import { licencesText } from "@/scripts/export/write-licences";

it("packages with the same notice share it", () => {
  const text = licencesText([
    { name: "a", licence: "MIT", notice: "Copyright A" },
    { name: "b", licence: "ISC", notice: "Copyright B" },
    { name: "c", licence: "MIT", notice: "Copyright A" },
    { name: "d-for-another-system", licence: "MIT", notice: null },
  ]);
  expect(text).toContain("a (MIT), c (MIT)\n\nCopyright A\n");
  expect(text).toContain("b (ISC)\n\nCopyright B\n");
  expect(text.match(/Copyright A/g)).toHaveLength(1);
  expect(text).not.toContain("another-system");
});
