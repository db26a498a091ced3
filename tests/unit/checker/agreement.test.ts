import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { checkCase } from "@/scripts/commands/check";
import { catalog } from "./support";

type SharedCase = Parameters<typeof checkCase>[0] & {
  readonly verdict: string;
  readonly message?: string;
  readonly atFault: readonly string[];
  readonly latentIssues: readonly { readonly param: string; readonly benign: boolean }[];
};
const cases = readFileSync("tests/fixtures/configs/cases.jsonl", "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as SharedCase);

// The bars of `npm run -s eval:checker`, case by case, so that a step back names its case.
it.each(cases.map((item) => [item.id, item] as const))("%s is answered as LLaMA-Factory answers it", (_, item) => {
  const result = checkCase(item, catalog);
  expect(result.verdict).toBe(item.verdict);
  const [firstError] = result.findings.filter(({ severity }) => severity === "error");
  if (item.verdict === "reject" && item.atFault.length > 0)
    expect(item.atFault.some((name) => firstError?.parameters.includes(name))).toBe(true);
  const told = new Set(
    result.findings.filter(({ severity }) => severity !== "note").flatMap(({ parameters }) => parameters),
  );
  for (const { param, benign } of item.latentIssues) if (!benign) expect(told).toContain(param);
});
