/** One page of Markdown: what a person has to do after the facts were read anew. */

import { type FactChanges, show } from "./facts/compare";
import type { Inputs } from "./facts/inputs";
import type { LlamafactoryFacts } from "./facts/llamafactory";
import type { RuleFinding, RuleReport } from "./facts/rules";

export interface ReportData {
  readonly fresh: LlamafactoryFacts;
  readonly changes: FactChanges;
  readonly rules: RuleReport;
  /** The same check against main: what the next release will ask for. */
  readonly rulesOnMain: RuleReport;
  readonly inputs: Inputs;
  readonly unreadable: readonly string[];
  readonly transformers: readonly string[];
  hasExplanation(name: string): boolean;
}

const longest = 40;

export function reportPage(data: ReportData): string {
  const { fresh, changes, rules, rulesOnMain } = data;
  const total = `${fresh.parameters.length} parameters, ${fresh.removed.length} removed ones, ${fresh.envSwitches.length} environment switches`;
  const head = `# Facts of LLaMA-Factory ${fresh.release} and main ${fresh.mainCommit.slice(0, 9)}\n\n${total}. Only a line differs in ${changes.moved} records.`;
  const reread = rules.findings.filter(({ kind }) => kind !== "moved");
  const sections = [
    section(
      "New parameters",
      changes.added.map((name) => `\`${name}\``),
    ),
    section("Parameters without an explanation in content/parameters", unexplained(data)),
    section(
      "Changed: re-read the prose",
      changes.changed.map(({ name, field, from, to }) => `\`${name}\` ${field}: ${show(from)} → ${show(to)}`),
    ),
    section(
      "Removed since the committed facts",
      changes.removed.map((name) => removedLine(name, data)),
    ),
    section("Content/facts-input to mend", inputFaults(data)),
    section("Environment switches", changes.environment),
    section("Rules to re-check", reread.map(ruleLine)),
    section("Rules whose line moved", rules.findings.filter(({ kind }) => kind === "moved").map(ruleLine)),
    section(
      "Refusals and warnings that no rule covers",
      rules.uncovered.map(({ file, line, kind, message, text }) => `${kind} ${file}:${line} “${message ?? text}”`),
    ),
    section("Main goes on", ahead(rulesOnMain)),
    section("transformers", data.transformers),
    section("Code that the grammar could not read", data.unreadable),
  ];
  return `${[head, ...sections.filter((text) => text !== null)].join("\n\n")}\n`;
}

/** Null where there is nothing to say. */
function section(title: string, lines: readonly string[]): string | null {
  if (lines.length === 0) return null;
  const shown = lines.slice(0, longest).map((line) => `- ${line}`);
  const rest = lines.length > longest ? [`- … and ${lines.length - longest} more`] : [];
  return [`## ${title} (${lines.length})`, "", ...shown, ...rest].join("\n");
}

function unexplained({ fresh, changes, hasExplanation }: ReportData): string[] {
  const added = new Set(changes.added);
  return [...fresh.parameters, ...fresh.removed]
    .filter(({ name, settable }) => settable && !hasExplanation(name))
    .map(({ name, mainOnly }) => `\`${name}\`${added.has(name) ? " (new)" : ""}${mainOnly ? " (main only)" : ""}`);
}

function removedLine(name: string, { fresh, inputs }: ReportData): string {
  const record = fresh.removed.find((one) => one.name === name);
  const known = inputs.removed[name];
  const after = known ? `use ${known.replacedBy.join(", ") || "nothing"}` : "say in removed.yaml what replaces it";
  return `\`${name}\`, last in ${record?.lastIn}: ${after}`;
}

function inputFaults({ fresh, inputs }: ReportData): string[] {
  const removed = new Set(fresh.removed.map(({ name }) => name));
  const current = new Map(fresh.parameters.map((record) => [record.name, record]));
  const roots = new Set(fresh.parameters.map(({ root }) => String(root)));
  const classes = new Set(fresh.parameters.map(({ dataclass }) => String(dataclass)));
  return [
    ...[...removed].filter((name) => !inputs.removed[name]).map((name) => `removed.yaml lacks \`${name}\``),
    ...Object.keys(inputs.removed)
      .filter((name) => !removed.has(name))
      .map((name) => `removed.yaml names \`${name}\`, which is not removed`),
    ...Object.keys(inputs.replacedValues)
      .filter((name) => !current.has(name))
      .map((name) => `replaced-values.yaml names \`${name}\`, which is no parameter`),
    ...[...roots].filter((name) => !inputs.groups[name]).map((name) => `groups.yaml has no group for ${name}`),
    ...[...classes]
      .filter((name) => !roots.has(name) && !inputs.subgroups[name])
      .map((name) => `groups.yaml has no subgroup for ${name}`),
  ];
}

function ahead({ findings, uncovered }: RuleReport): string[] {
  const idsOf = (...kinds: RuleFinding["kind"][]) =>
    findings.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
  const [moved, changed, gone] = [idsOf("moved"), idsOf("condition"), idsOf("gone", "wording")];
  return [
    ...(moved.length > 0 ? [`${moved.length} rules move`] : []),
    ...(changed.length > 0 ? [`${changed.length} rules have another condition: ${changed.join(", ")}`] : []),
    ...(gone.length > 0 ? [`${gone.length} rules are gone or reworded: ${gone.join(", ")}`] : []),
    ...(uncovered.length > 0 ? [`${uncovered.length} refusals and warnings have no rule`] : []),
  ];
}

function ruleLine({ id, kind, problem }: RuleFinding): string {
  return `\`${id}\` ${kind}: ${problem}`;
}
