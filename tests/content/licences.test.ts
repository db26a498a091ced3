import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { type Lock, licencesMarkdown, productionLicences, unacceptedLicences } from "@/lib/licences";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock;

it("every dependency's licence has been accepted by a person", () => {
  expect(unacceptedLicences(productionLicences(lock))).toEqual([]);
});

it("docs/licences.md is what the lock file says; mend with «npm run -s licences»", () => {
  expect(readFileSync("docs/licences.md", "utf8")).toBe(licencesMarkdown(productionLicences(lock)));
});

it("a package of unknown licence is not accepted", () => {
  const unknown = productionLicences({ packages: { "": {}, "node_modules/a/node_modules/b": {} } });
  expect(unacceptedLicences(unknown)).toEqual(["unknown"]);
  expect(unknown.get("unknown")).toEqual(["b"]);
});
