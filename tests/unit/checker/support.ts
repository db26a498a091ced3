import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Command } from "@/lib/checker/catalog";
import { buildCheckerCatalog } from "@/lib/checker/catalog-build";
import { type CheckResult, check } from "@/lib/checker/check";
import type { Environment } from "@/lib/checker/environment";
import type { Finding } from "@/lib/checker/finding";

const facts = (name: string) => JSON.parse(readFileSync(`content/facts/${name}.json`, "utf8"));
export const catalog = buildCheckerCatalog({
  llamafactory: facts("llamafactory"),
  transformers: facts("transformers"),
  megatron: facts("mcore-adapter"),
});

const BASES: Record<Command, string> = {
  train: [
    "model_name_or_path: acme/tiny-llm",
    "stage: sft",
    "do_train: true",
    "finetuning_type: lora",
    "dataset: my_chat",
    "template: qwen3_nothink",
    "output_dir: out/run1",
    "bf16: true",
  ].join("\n"),
  infer: "model_name_or_path: acme/tiny-llm\ntemplate: qwen3_nothink",
  export: "model_name_or_path: acme/tiny-llm\ntemplate: qwen3_nothink\nexport_dir: out/merged",
  eval: "model_name_or_path: acme/tiny-llm\ntemplate: fewshot\ntask: mmlu_test",
};

/** A sound configuration with some lines put in their place, or in place of the same key; `-key` takes a key out. */
export function configWith(lines: string, command: Command = "train"): string {
  const given = lines.split("\n").filter(Boolean);
  const taken = new Set(given.map((line) => line.replace(/^-(?=\w)/, "").replace(/:.*$/s, "")));
  const base = BASES[command].split("\n").filter((line) => !taken.has(line.replace(/:.*$/s, "")));
  return [...base, ...given.filter((line) => !/^-\w/.test(line))].join("\n");
}

export interface Situation {
  readonly yaml: string;
  readonly command?: Command;
  readonly environment?: Environment;
  /** The line of the given text (not of the base) that the finding stands at. */
  readonly line?: number;
}
type Given = string | Situation;

/** All optional packages are there, and one process on one GPU. */
const MACHINE: Environment = {
  launch: "plain",
  gpus: 1,
  worldSize: 1,
  bf16: true,
  missing: [],
  reporters: ["tensorboard", "wandb"],
};

export function checkSituation(given: Given): { readonly text: string; readonly result: CheckResult } {
  const { yaml, command = "train", environment = {} }: Situation = typeof given === "string" ? { yaml: given } : given;
  const text = configWith(yaml, command);
  const options = { command, environment: { ...MACHINE, ...environment } };
  return { text, result: check({ text, fileName: "config.yaml" }, options, catalog) };
}

export const findingsOf = (rule: string, given: Given): readonly Finding[] =>
  checkSituation(given).result.findings.filter((finding) => finding.rule === rule);

/** Every rule that some test made report. */
export const reported = new Set<string>();

/** Says of a rule what it stays silent on and what it reports. */
export function describeRule(
  rule: string,
  {
    silent,
    reports,
  }: { readonly silent: Readonly<Record<string, Given>>; readonly reports: Readonly<Record<string, Given>> },
): void {
  describe(rule, () => {
    for (const [name, given] of Object.entries(silent))
      it(`is silent on ${name}`, () => {
        expect(findingsOf(rule, given)).toEqual([]);
      });
    for (const [name, given] of Object.entries(reports))
      it(`reports ${name}`, () => {
        const [finding] = findingsOf(rule, given);
        expect(finding).toBeDefined();
        expect(finding?.message).not.toMatch(/undefined|\[object|\$\{/);
        if (typeof given !== "string" && given.line !== undefined) {
          const { text } = checkSituation(given);
          expect(text.split("\n")[(finding?.line ?? 0) - 1]).toBe(given.yaml.split("\n")[given.line - 1]);
        }
        reported.add(rule);
      });
  });
}
