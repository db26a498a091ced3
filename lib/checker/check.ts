import { assumptionText } from "./assumptions";
import {
  type CheckerCatalog,
  COMMANDS,
  type Command,
  keySet,
  type Release,
  TRANSFORMERS,
  type Transformers,
} from "./catalog";
import { Config } from "./config";
import type { Entry } from "./entry";
import type { Assumption, Environment } from "./environment";
import { type Explanation, explain } from "./explain";
import { type Finding, makeFinding } from "./finding";
import { guessCommand, kindOfFile, needsMegatron } from "./guess";
import { type CheckInput, type Reading, readInput } from "./input";
import type { Language } from "./language";
import { plain, repr } from "./python/values";
import { readFlags } from "./read/flags";
import { ReadProblem } from "./read/problem";
import type { Rule } from "./rule";
import { RULES } from "./rules";
import typeRefused from "./rules/type-refused";
import { type Raised, runRules } from "./run";
import { diagnose } from "./unknown-key";
import { moreUnknownKeys, unknownKeyReport } from "./unknown-keys-rule";

export type { CheckInput };

export interface CheckOptions {
  /** Guessed from the keys where it is left out. */
  readonly command?: Command;
  readonly release?: Release;
  readonly environment?: Environment;
  readonly lang?: Language;
}

export interface CheckResult {
  /** Upstream's: its parser takes the configuration, refuses it, or prints its help and ends. */
  readonly verdict: "accept" | "reject" | "help";
  readonly command: Command;
  readonly release: Release;
  readonly transformers: Transformers;
  /** The verdict per line of transformers, where they differ. */
  readonly byTransformers?: Readonly<Record<Transformers, "accept" | "reject" | "help">>;
  /** Errors in the order in which upstream would come to them, then warnings, then notes. */
  readonly findings: readonly Finding[];
  readonly explanations: readonly Explanation[];
  /** What upstream ends up with wherever it is not what was written or the default. */
  readonly resolved: Readonly<Record<string, unknown>>;
  readonly assumptions: readonly { readonly id: string; readonly text: string }[];
}

/** Checks a configuration as upstream's parser would read it, and tells what it would not tell. Never throws. */
export function check(input: CheckInput, options: CheckOptions, catalog: CheckerCatalog): CheckResult {
  const transformers = options.environment?.transformers ?? TRANSFORMERS[0];
  let reading: Reading;
  try {
    reading = readInput(input, { release: options.release ?? catalog.release, ...options });
  } catch (error) {
    if (!(error instanceof ReadProblem)) throw error;
    const refused = emptyResult(options, catalog, transformers);
    return { ...refused, verdict: "reject", findings: [readFinding(error, options.lang ?? "en")] };
  }
  const first = checkReading(reading, options, catalog, transformers);
  const other = TRANSFORMERS.find((line) => line !== transformers) as Transformers;
  const second = checkReading(reading, options, catalog, other);
  return second.verdict === first.verdict ? first : withDependence(first, second, options.lang ?? "en");
}

/** Says that the verdict is another one with the other line of transformers, and why. */
function withDependence(first: CheckResult, second: CheckResult, lang: Language): CheckResult {
  const refusing = first.verdict === "accept" ? second : first;
  const reason = refusing.findings.find((finding) => finding.severity === "error");
  const data = {
    line: first.transformers,
    other: second.transformers,
    verdict: second.verdict,
    reason: reason?.message ?? "",
  };
  const report = { at: reason?.parameters[0] ?? null, data, parameters: reason?.parameters ?? [] };
  const finding = makeFinding(ruleOf("transformers-dependent"), report, null, lang);
  const placed = { ...finding, line: reason?.line ?? null, column: reason?.column ?? null };
  return {
    ...first,
    findings: sortFindings([...first.findings, placed]),
    byTransformers: { [first.transformers]: first.verdict, [second.transformers]: second.verdict } as Record<
      Transformers,
      CheckResult["verdict"]
    >,
  };
}

function emptyResult(options: CheckOptions, catalog: CheckerCatalog, transformers: Transformers): CheckResult {
  return {
    verdict: "accept",
    command: options.command ?? "train",
    release: options.release ?? catalog.release,
    transformers,
    findings: [],
    explanations: [],
    resolved: {},
    assumptions: [],
  };
}

type MakeResult = (parts: Partial<CheckResult>) => CheckResult;

function checkReading(
  reading: Reading,
  options: CheckOptions,
  catalog: CheckerCatalog,
  transformers: Transformers,
): CheckResult {
  const result: MakeResult = (parts) => ({ ...emptyResult(options, catalog, transformers), ...parts });
  const release = options.release ?? catalog.release;
  const lang = options.lang ?? "en";
  let { entries, environment } = reading;
  const assumptions: Assumption[] = [...reading.assumptions];

  const kind = kindOfFile(entries, catalog);
  if (kind === "accelerate" || kind === "tokens") return result({ findings: [noteFinding(`${kind}-file`, lang)] });
  const wasGiven = reading.command ?? options.command;
  if (kind === "v1") return checkV1(entries, catalog, lang, result);

  let command =
    wasGiven ?? (reading.from === "flags" ? "train" : guessCommand(entries, catalog, release, transformers));
  if (!wasGiven && reading.from === "file") assumptions.push({ id: "command", data: { command } });
  if (!COMMANDS.includes(command)) command = "train";
  if (
    command === "train" &&
    environment.vars?.USE_MCA === undefined &&
    needsMegatron(entries, catalog, release, transformers)
  ) {
    environment = { ...environment, vars: { ...environment.vars, USE_MCA: "1" } };
    assumptions.push({ id: "megatron", data: {} });
  }
  const megatron =
    command === "train" &&
    environment.vars?.USE_MCA !== undefined &&
    ["1", "true", "y"].includes(environment.vars.USE_MCA.toLowerCase());
  const keys = keySet(catalog, { command, release, transformers, megatron });

  const findings: Finding[] = [];
  let unknownWords: readonly string[] = [];
  let unknownValues: ReadonlySet<number> = new Set();
  if (reading.from === "flags") {
    const flags = readFlags(reading.words, keys, command);
    if (flags.kind === "help") return result({ verdict: "help", command });
    entries = flags.entries;
    unknownWords = flags.unknown;
    unknownValues = flags.unknownValues;
    findings.push(...flags.problems.map((problem) => readFinding(problem, lang)));
  }

  const config = new Config({ command, release, transformers, environment, keys, entries });
  const raised = runRules([...RULES], config, typeRefused);
  const unknown = unknownKeys(config, catalog, unknownWords, unknownValues, reading.from);
  const all = withKeys(raised, unknown).filter((item) => !reading.partial || needsNothingMore(item, config));
  for (const { rule, report } of withoutDoubles(all)) findings.push(makeFinding(rule, report, config, lang));
  for (const assumption of config.assumptions.values()) assumptions.push(assumption);

  return result({
    verdict: findings.some((finding) => finding.severity === "error") ? "reject" : "accept",
    command,
    findings: sortFindings(findings),
    explanations: explain(config),
    resolved: Object.fromEntries([...config.changes()].map(([name, value]) => [name, toJson(plain(value))])),
    assumptions: assumptions.map((assumption) => ({ id: assumption.id, text: assumptionText(assumption, lang) })),
  });
}

// Keys that nobody takes. Nobody reads a longer list of them.

const MOST_UNKNOWN_KEYS = 100;

function unknownKeys(
  config: Config,
  catalog: CheckerCatalog,
  words: readonly string[],
  values: ReadonlySet<number>,
  from: Reading["from"],
): Raised[] {
  const names = from === "file" ? [...config.entries.keys()].filter((name) => !config.keys.has(name)) : words;
  if (names.length === 0) return [];
  const ignored = config.isSince("v0.9.2") && config.isEnabled("ALLOW_EXTRA_ARGS");
  const rule = ruleOf(from === "file" ? "unknown-keys-yaml" : "unknown-keys-cli");
  const listedNames = repr((from === "file" ? [...names].sort() : [...names]).slice(0, MOST_UNKNOWN_KEYS));
  const upstreamMessage = (rule.upstreamMessage ?? "").replace(/\{\w+\}/, () => listedNames);
  const options = names.filter((_, i) => from === "file" || !values.has(i));
  const told = options.slice(0, MOST_UNKNOWN_KEYS).map((name) => {
    const key = from === "file" ? name : name.replace(/^--?/, "").replace(/=.*$/s, "").replaceAll("-", "_");
    const context = { command: config.command, ignored, upstreamMessage };
    return { rule, report: unknownKeyReport(key, diagnose(key, config, catalog), context) };
  });
  const rest = options.length - told.length;
  return rest > 0 ? [...told, { rule, report: moreUnknownKeys(rest, ignored) }] : told;
}

/** Puts the unknown keys where upstream finds them: behind the classes, before its own checks. */
function withKeys(raised: readonly Raised[], unknown: readonly Raised[]): Raised[] {
  const early = new Set(["import", "ray", "model", "data", "training", "evaluation", "finetuning"]);
  const at = raised.findIndex(({ rule }) => !early.has(rule.phase));
  return at === -1 ? [...raised, ...unknown] : [...raised.slice(0, at), ...unknown, ...raised.slice(at)];
}

/** With only some of the values at hand, what is missing cannot be held against them. */
function needsNothingMore({ rule, report }: Raised, config: Config): boolean {
  if (rule.phase === "keys" || rule.phase === "values") return true;
  const names = rule.reads.filter((name) => config.keys.has(name));
  return report.at !== null && names.length > 0 && names.every((name) => config.isWritten(name));
}

/** A value that was refused outright need not be called a misfit too. */
function withoutDoubles(raised: readonly Raised[]): Raised[] {
  const refused = new Set(
    raised.flatMap(({ rule, report }) => {
      const severity = report.severity ?? rule.severity;
      const own = report.parameters ?? rule.reads;
      return severity === "error" && report.at !== null && (rule.id === "type-refused" || own.length === 1)
        ? [report.at]
        : [];
    }),
  );
  return raised.filter(
    ({ rule, report }) => !((rule.id === "value-type" || rule.id === "value-choice") && refused.has(report.at ?? "")),
  );
}

// Results.

function checkV1(
  entries: ReadonlyMap<string, Entry>,
  catalog: CheckerCatalog,
  lang: Language,
  result: MakeResult,
): CheckResult {
  const known = new Set(catalog.v1Keys);
  const unknown = [...entries.keys()].filter((name) => !known.has(name));
  return result({
    findings: unknown.map((name) => ({
      ...noteFinding("v1-key-unknown", lang),
      parameters: [name],
      line: entries.get(name)?.keyPlace?.line ?? null,
    })),
    assumptions: [{ id: "v1", text: assumptionText({ id: "v1", data: {} }, lang) }],
  });
}

function ruleOf(id: string): Rule {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`there is no rule ${id}`);
  return rule;
}

function noteFinding(id: string, lang: Language): Finding {
  return makeFinding(ruleOf(id), { at: null, data: {} }, null, lang);
}

function readFinding(problem: ReadProblem, lang: Language): Finding {
  const { data = {}, parameters = [], place } = problem.details;
  const report = {
    at: null,
    data,
    parameters,
    ...(problem.upstreamText === null ? {} : { upstreamMessage: problem.upstreamText }),
  };
  const finding = makeFinding(ruleOf(problem.rule), report, null, lang);
  return place ? { ...finding, line: place.line, column: place.column } : finding;
}

const ORDER = { error: 0, warning: 1, note: 2 } as const;

function sortFindings(findings: readonly Finding[]): Finding[] {
  const indexed = findings.map((finding, index) => ({ finding, index }));
  indexed.sort((a, b) => {
    const severity = ORDER[a.finding.severity] - ORDER[b.finding.severity];
    if (severity !== 0) return severity;
    if (a.finding.severity === "error") return a.index - b.index;
    return (a.finding.line ?? 1e9) - (b.finding.line ?? 1e9) || a.index - b.index;
  });
  return indexed.map(({ finding }) => finding);
}

function toJson(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, toJson(item)]));
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return value;
}
