import { readdirSync, readFileSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { NOT_CHECKABLE } from "@/lib/checker/not-checkable";
import { silent } from "@/lib/checker/rule";
import { RULES } from "@/lib/checker/rules";
import { checkSituation, reported } from "./support";

// The specification of every rule: what it is silent on, and what it reports.
import "./specification/classes";
import "./specification/transformers";
import "./specification/parser";
import "./specification/behind-the-parser";

// What the reader of a text raises has its tests in reading.test.ts; these two need keys that no class takes.
const ELSEWHERE = new Set(["unknown-keys-yaml", "unknown-keys-cli"]);

describe("the registry", () => {
  const ids = RULES.map((rule) => rule.id);

  it("holds every rule file once, under the name of its rule", () => {
    const files = readdirSync("lib/checker/rules")
      .filter((file) => file !== "index.ts")
      .map((file) => file.replace(/\.ts$/, ""));
    expect([...ids].sort()).toEqual(files.sort());
  });

  it("has each of upstream's rules, or says why it cannot be checked", () => {
    const { rules } = JSON.parse(readFileSync("content/facts/rules.json", "utf8")) as { rules: { id: string }[] };
    for (const { id } of rules) expect(ids.includes(id) !== Object.hasOwn(NOT_CHECKABLE, id), id).toBe(true);
  });

  it("never calls an error what only happens behind the parser", () => {
    expect(RULES.filter((rule) => rule.phase === "later" && rule.severity === "error")).toEqual([]);
  });

  afterAll(() => {
    const missing = RULES.filter(
      (rule) => rule.phase !== "read" && rule.message !== silent && !ELSEWHERE.has(rule.id) && !reported.has(rule.id),
    );
    expect(
      missing.map((rule) => rule.id),
      "rules that no specification makes report",
    ).toEqual([]);
  });
});

describe("what upstream ends up with", () => {
  const resolved = (yaml: string, environment = {}) => checkSituation({ yaml, environment }).result.resolved;

  it("splits comma lists", () => {
    expect(resolved("lora_target: q_proj, v_proj").lora_target).toEqual(["q_proj", "v_proj"]);
  });
  it("doubles the rank for an alpha that is not written", () => {
    expect(resolved("lora_rank: 16").lora_alpha).toBe(32);
    expect(resolved("lora_rank: '16'").lora_alpha).toBe("1616");
  });
  it("takes one off the cutoff where packing is written, and not where the stage turns it on", () => {
    expect(resolved("cutoff_len: 4096\npacking: true").cutoff_len).toBe(4095);
    expect(resolved("cutoff_len: 4096\nstage: pt")).toMatchObject({ packing: true, model_max_length: 4096 });
  });
  it("turns evaluation on with its strategy, and takes its steps from logging", () => {
    expect(resolved("eval_strategy: steps\nval_size: 0.1\nlogging_steps: 20")).toMatchObject({
      do_eval: true,
      eval_steps: 20,
    });
  });
  it("names every tracker that is installed, with transformers 4 only", () => {
    expect(resolved("", { reporters: ["mlflow"] }).report_to).toEqual(["mlflow"]);
    expect(resolved("", { reporters: ["mlflow"], transformers: "5" }).report_to).toEqual([]);
  });
  it("resumes from the newest checkpoint", () => {
    const files = { "out/run1/checkpoint-40/a": "", "out/run1/checkpoint-200/a": "" };
    expect(resolved("", { files }).resume_from_checkpoint).toBe("out/run1/checkpoint-200");
  });
});
