import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { createInterface } from "node:readline";
import { type CheckerCatalog, COMMANDS, type Command, RELEASES, type Release } from "@/lib/checker/catalog";
import { buildCheckerCatalog } from "@/lib/checker/catalog-build";
import { type CheckInput, type CheckOptions, type CheckResult, check } from "@/lib/checker/check";
import type { Environment } from "@/lib/checker/environment";
import type { Finding } from "@/lib/checker/finding";
import type { Language } from "@/lib/checker/language";
import { asGithub, asSarif, asText, type FileResult } from "./check-formats";

export const summary = "check configurations as LLaMA-Factory's parser would read them";

const USAGE = `usage: npm run -s cli -- check FILE… [options]
       npm run -s cli -- check --cases < cases.jsonl

  --command train|infer|export|eval   what the configuration is for (guessed from its keys)
  --release v0.9.5                    v0.9.0 … v0.9.5, main
  --env gpus=8,zero=3                 gpus, world, launch=torchrun|plain|python-multi, bf16=yes|no, zero=0…3, fsdp, npu,
                                      transformers=4.57|5, missing=PACKAGE, reporter=NAME, PACKAGE==VERSION, NAME=VALUE
  --lang en|zh
  --format text|json|sarif|github
  -                                   as FILE: read the standard input

Exit code 1 where upstream would refuse a configuration, 2 where the command itself is wrong.
`;

interface Arguments {
  readonly files: readonly string[];
  readonly cases: boolean;
  readonly format: "text" | "json" | "sarif" | "github";
  readonly lang: Language;
  readonly options: CheckOptions;
}

class UsageError extends Error {}

function loadCatalog(): CheckerCatalog {
  const facts = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../content/facts/${name}.json`, import.meta.url), "utf8"));
  return buildCheckerCatalog({
    llamafactory: facts("llamafactory"),
    transformers: facts("transformers"),
    megatron: facts("mcore-adapter"),
  });
}

function oneOf<T extends string>(value: string | undefined, allowed: readonly T[], option: string): T {
  if (allowed.includes(value as T)) return value as T;
  throw new UsageError(`${option} takes ${allowed.join(", ")}, not ${value ?? "nothing"}`);
}

function parseArguments(argv: readonly string[]): Arguments {
  const files: string[] = [];
  let cases = false;
  let format: Arguments["format"] = "text";
  let lang: Language = "en";
  let command: Command | undefined;
  let release: Release | undefined;
  let environment: Environment = {};
  const words = argv.flatMap((word) => {
    const match = /^(--\w+)=(.*)$/s.exec(word);
    return match ? [match[1] as string, match[2] as string] : [word];
  });
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (word === "--cases") cases = true;
    else if (word === "--command") command = oneOf(words[++i], COMMANDS, word);
    else if (word === "--release") release = oneOf(words[++i], RELEASES, word);
    else if (word === "--lang") lang = oneOf(words[++i], ["en", "zh"], word);
    else if (word === "--format") format = oneOf(words[++i], ["text", "json", "sarif", "github"], word);
    else if (word === "--env") environment = parseEnvironment(words[++i] ?? "");
    else if (word.startsWith("--")) throw new UsageError(`there is no option ${word}`);
    else files.push(word);
  }
  if (!cases && files.length === 0) throw new UsageError("name at least one file");
  return {
    files,
    cases,
    format,
    lang,
    options: { lang, environment, ...(command ? { command } : {}), ...(release ? { release } : {}) },
  };
}

function parseEnvironment(text: string): Environment {
  const result: { -readonly [K in keyof Environment]: Environment[K] } = {};
  const vars: Record<string, string> = {};
  const versions: Record<string, string> = {};
  const missing: string[] = [];
  const reporters: string[] = [];
  const yes = (value: string) => value === "" || /^(1|yes|true|on)$/i.test(value);
  const count = (key: string, value: string) => {
    if (!/^\d{1,6}$/.test(value)) throw new UsageError(`--env ${key} takes a number, not ${value}`);
    return Number(value);
  };
  for (const part of text.split(",").filter(Boolean)) {
    const version = /^([\w.-]+)==(.+)$/.exec(part);
    if (version) {
      versions[version[1] as string] = version[2] as string;
      continue;
    }
    const [key = "", value = ""] = part.split(/=(.*)/s);
    if (key === "gpus") result.gpus = count(key, value);
    else if (key === "world" || key === "worldSize") result.worldSize = count(key, value);
    else if (key === "zero")
      result.zero = oneOf(value, ["0", "1", "2", "3"], "--env zero") === "0" ? 0 : (Number(value) as 1 | 2 | 3);
    else if (key === "launch") result.launch = oneOf(value, ["torchrun", "plain", "python-multi"], "--env launch");
    else if (key === "bf16") result.bf16 = yes(value);
    else if (key === "fsdp") result.fsdp = yes(value);
    else if (key === "npu") result.npu = yes(value);
    else if (key === "transformers") result.transformers = oneOf(value, ["4.57", "5"], "--env transformers");
    else if (key === "missing") missing.push(value);
    else if (key === "reporter") reporters.push(value);
    else if (/^[A-Z][A-Z0-9_]*$/.test(key)) vars[key] = value === "" ? "1" : value;
    else throw new UsageError(`--env does not know ${key}`);
  }
  return {
    ...result,
    ...(Object.keys(vars).length > 0 ? { vars } : {}),
    ...(Object.keys(versions).length > 0 ? { versions } : {}),
    ...(missing.length > 0 ? { missing } : {}),
    ...(reporters.length > 0 ? { reporters } : {}),
  };
}

/** The files that a configuration names and that are at hand, beside it or in the working directory. */
function companions(text: string, file: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const match of text.matchAll(
    /^\s*(?:deepspeed|fsdp_config|new_special_tokens_config)\s*:\s*["']?([^\s"'#]+)/gm,
  )) {
    const name = match[1] as string;
    for (const path of [resolve(name), resolve(dirname(file), name)]) {
      if (existsSync(path)) found[name.replace(/^(\.\/)+/, "")] = readFileSync(path, "utf8");
    }
  }
  for (const match of text.matchAll(/(?:^|\s)([\w./-]+\.ya?ml)(?=\s|$)/gm)) {
    const name = match[1] as string;
    const path = [resolve(name), resolve(dirname(file), name)].find((candidate) => existsSync(candidate));
    if (path && !file.endsWith(name)) found[name.replace(/^(\.\/)+/, "")] = readFileSync(path, "utf8");
  }
  return found;
}

function checkFile(file: string, { options }: Arguments, catalog: CheckerCatalog): FileResult {
  const bytes = file === "-" ? readFileSync(0) : readFileSync(file);
  const input = decode(bytes, file);
  const environment = { ...options.environment, files: companions(input.text, file) };
  const result = check(input, { ...options, environment }, catalog);
  return { file, result };
}

function decode(bytes: Uint8Array, file: string): Extract<CheckInput, { readonly text: string }> {
  const named = /\.(ya?ml|json)$/i.test(file) ? { fileName: file } : {};
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), ...named };
  } catch {
    return { text: "", isNotUtf8: true, ...named };
  }
}

interface Case {
  readonly id: string;
  readonly mode: Command;
  readonly argv: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly env?: Environment;
}

// What the cases leave out of their environment.
const CASE_ENVIRONMENT: Environment = {
  launch: "torchrun",
  worldSize: 1,
  gpus: 1,
  bf16: true,
  reporters: ["tensorboard", "wandb"],
  missing: [],
  versions: {},
  vars: {},
};

/** One case in the form of the shared cases: which command, its words, the files and the machine; no answer. */
export function checkCase(
  { mode, argv, files, env }: Case,
  catalog: CheckerCatalog,
  lang: Language = "en",
): CheckResult {
  const environment = { ...CASE_ENVIRONMENT, ...env, files, filesAreComplete: true };
  const input: CheckInput = { argv };
  return check(input, { command: mode, environment, lang }, catalog);
}

/** The answer to one line of `--cases`. */
export function answerCase(line: string, catalog: CheckerCatalog, lang: Language = "en"): string {
  const { id, mode, argv, files, env } = JSON.parse(line) as Case;
  const { verdict, findings, resolved } = checkCase({ id, mode, argv, files, ...(env ? { env } : {}) }, catalog, lang);
  return JSON.stringify({ id, verdict, findings: findings.map(forMachines), resolved });
}

async function runCases(lang: Language, catalog: CheckerCatalog): Promise<number> {
  for await (const line of createInterface({ input: process.stdin }))
    if (line.trim() !== "") process.stdout.write(`${answerCase(line, catalog, lang)}\n`);
  return 0;
}

function forMachines({ rule, severity, parameters, line, column, message, upstreamMessage, source, fix }: Finding) {
  return { rule, severity, parameters, line, column, message, upstreamMessage, source, fix };
}

function print(results: readonly FileResult[], { format, lang }: Arguments): string {
  switch (format) {
    case "json":
      return `${JSON.stringify(
        results.map(({ file, result }) => ({
          file,
          verdict: result.verdict,
          findings: result.findings.map(forMachines),
          resolved: result.resolved,
        })),
        null,
        2,
      )}\n`;
    case "sarif":
      return asSarif(results, lang);
    case "github":
      return asGithub(results);
    case "text":
      return asText(results, lang);
  }
}

export async function run(argv: readonly string[]): Promise<number> {
  if (argv.includes("--help") || argv.includes("-h")) {
    process.stdout.write(USAGE);
    return 0;
  }
  try {
    const given = parseArguments(argv);
    const catalog = loadCatalog();
    if (given.cases) return await runCases(given.lang, catalog);
    const results = given.files.map((file) => checkFile(file, given, catalog));
    process.stdout.write(print(results, given));
    return results.some(({ result }) => result.verdict === "reject") ? 1 : 0;
  } catch (error) {
    if (error instanceof UsageError) process.stderr.write(`${error.message}\n\n${USAGE}`);
    else process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

export { loadCatalog };
