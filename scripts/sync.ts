/**
 * `npm run sync -- --source CLONE [--transformers PATH] [--out content/facts] [--report FILE] [--check]`
 *
 * Reads every release and main of a LLaMA-Factory clone (with tags) and writes the facts; prints what a person has to do
 * next. `--check` writes nothing and fails where the committed facts differ from what the source says.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { dependencyFacts } from "./sync/dependencies";
import { compareFacts } from "./sync/facts/compare";
import { readInputs } from "./sync/facts/inputs";
import { buildLlamafactory, type LlamafactoryFacts } from "./sync/facts/llamafactory";
import { checkRules, rulesFile } from "./sync/facts/rules";
import { type SourceLines, withRelease } from "./sync/facts/source-lines";
import { readTransformers, transformersFile, withTransformers } from "./sync/facts/transformers";
import { readUpstream } from "./sync/facts/upstream";
import { reportPage } from "./sync/report";
import { folderTree } from "./sync/source/folder";
import { GitRepository } from "./sync/source/git";

function main(): number {
  const { values } = parseArgs({
    options: {
      source: { type: "string" },
      transformers: { type: "string" },
      out: { type: "string", default: "content/facts" },
      report: { type: "string" },
      check: { type: "boolean", default: false },
    },
  });
  if (values.source === undefined) {
    process.stderr.write(
      "usage: npm run sync -- --source PATH_TO_LLAMAFACTORY_CLONE [--transformers PATH] [--check]\n",
    );
    return 2;
  }
  const { out } = values;
  const inputs = readInputs("content/facts-input");
  const repository = new GitRepository(values.source);
  const upstream = readUpstream(repository, inputs);
  const fresh = buildLlamafactory(upstream, inputs);
  const release = repository.tree(upstream.releaseTag);

  const known = readJson<SourceLines>(path.join(out, "source-lines.json")) ?? {
    about: "Number of lines of each upstream text file that content may cite, by repository and tag.",
    files: {},
  };
  const files: Record<string, unknown> = {
    "llamafactory.json": fresh,
    "dependencies.json": dependencyFacts(
      fresh.releases.map(({ tag }) => tag),
      (tag) => repository.tree(tag === "main" ? upstream.mainRef : tag),
    ),
    "source-lines.json": withRelease(known, "hiyouga/LLaMA-Factory", upstream.releaseTag, release),
  };

  const refreshed =
    values.transformers === undefined
      ? null
      : withTransformers(
          transformersFile.parse(readJson(path.join(out, "transformers.json"))),
          readTransformers(folderTree(values.transformers), inputs.externalEnums),
        );
  if (refreshed) files["transformers.json"] = refreshed.facts;

  const rules = rulesFile.parse(readJson("content/facts/rules.json"));
  const ruleRelease = repository.tree(rules.release);
  const page = reportPage({
    fresh,
    changes: compareFacts(readJson<LlamafactoryFacts>(path.join(out, "llamafactory.json")), fresh),
    rules: checkRules(rules.rules, ruleRelease, release),
    rulesOnMain: checkRules(rules.rules, ruleRelease, repository.tree(upstream.mainRef)),
    inputs,
    unreadable: upstream.unreadable,
    transformers: refreshed?.notes ?? [],
    hasExplanation: (name) => existsSync(path.join("content/parameters", name)),
  });
  process.stdout.write(page);
  if (values.report !== undefined) writeFileSync(values.report, page);

  const outdated = Object.entries(files).filter(([name, facts]) => textOf(path.join(out, name)) !== toText(facts));
  if (values.check) {
    for (const [name] of outdated) process.stderr.write(`${path.join(out, name)} differs from what the source says\n`);
    return outdated.length > 0 ? 1 : 0;
  }
  for (const [name, facts] of outdated) writeFileSync(path.join(out, name), toText(facts));
  return 0;
}

function toText(facts: unknown): string {
  return `${JSON.stringify(facts, null, 1)}\n`;
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function readJson<T>(file: string): T | null {
  const text = textOf(file);
  return text === null ? null : (JSON.parse(text) as T);
}

process.exitCode = main();
