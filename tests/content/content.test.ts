import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { loadParameters, loadSwitches } from "@/lib/catalog";
import { buildCheckerCatalog, type CheckerFacts } from "@/lib/checker/catalog-build";
import { check } from "@/lib/checker/check";
import { loadTopics } from "@/lib/explanations/load";
import { topicIds } from "@/lib/explanations/vocabulary";
import { lint } from "@/scripts/content-lint/lint";
import { readSubjects } from "@/scripts/content-lint/read";

const { subjects, broken } = readSubjects();

describe("content", () => {
  it("can be read, every file of it", () => expect(broken).toEqual([]));
  it("passes every check", () => {
    expect(lint(subjects).map(({ path, line, problem }) => `${path}:${line} ${problem}`)).toEqual([]);
  });

  it("explains every parameter, in both languages", () => {
    expect([...loadParameters().values()].filter(({ explanation }) => explanation === null)).toEqual([]);
  });

  it("explains every environment switch, in both languages", () => {
    expect([...loadSwitches().values()].filter(({ explanation }) => explanation === null)).toEqual([]);
  });

  it("has a chapter for every topic that a parameter may be tagged with", () => {
    expect(loadTopics().map(({ id }) => id)).toEqual(expect.arrayContaining([...topicIds]));
  });
});

describe("an example", () => {
  const catalog = buildCheckerCatalog({
    llamafactory: JSON.parse(readFileSync("content/facts/llamafactory.json", "utf8")),
    transformers: JSON.parse(readFileSync("content/facts/transformers.json", "utf8")),
    megatron: JSON.parse(readFileSync("content/facts/mcore-adapter.json", "utf8")),
  } as CheckerFacts);
  /** An ordinary config that an example is merged into. */
  const ordinary = {
    model_name_or_path: "acme/model",
    stage: "sft",
    do_train: true,
    finetuning_type: "lora",
    dataset: "my_data",
    template: "qwen3",
    output_dir: "out",
  };
  const commands = [
    ["train", ordinary],
    ["infer", { model_name_or_path: "acme/model", template: "qwen3" }],
    ["export", { model_name_or_path: "acme/model", template: "qwen3", export_dir: "merged" }],
    ["eval", { model_name_or_path: "acme/model", template: "qwen3", task: "mmlu_test" }],
  ] as const;

  for (const { name, facts, explanation } of loadParameters().values()) {
    const kind = facts.availability.kind;
    // What v0.9.5 does not read cannot be accepted by it.
    if (explanation === null || kind === "main-only" || kind === "transformers-5-only") continue;
    it(`of ${name} is accepted by v0.9.5`, () => {
      const block = /```ya?ml[^\n]*\n([\s\S]*?)```/.exec(explanation.prose.en.body.split("[#example]")[1] ?? "")?.[1];
      const example: object = parse(block ?? "") ?? {};
      const verdicts = commands.map(([command, base]) => {
        const text = stringify({ ...base, ...example });
        const { verdict, findings } = check({ text }, { command, release: "v0.9.5" }, catalog);
        return { command, verdict, why: findings.find(({ severity }) => severity === "error")?.message };
      });
      expect(verdicts).toContainEqual(expect.objectContaining({ verdict: "accept" }));
    });
  }
});
