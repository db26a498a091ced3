import { type Command, RELEASES, type Release } from "./catalog";
import type { Entry } from "./entry";
import { type Assumption, type Environment, lookUpFile } from "./environment";
import { readConfigFile } from "./read/config-file";
import { applyOverrides } from "./read/dotlist";
import type { Word } from "./read/flags";
import { ReadProblem } from "./read/problem";
import { findCommand, holdsCommand } from "./read/shell";
import type { YamlDialect } from "./yaml/tags";

/** A text that a reader pasted (a YAML file, a command, a script), or the words behind `llamafactory-cli COMMAND`. */
export type CheckInput =
  | { readonly text: string; readonly fileName?: string; readonly isNotUtf8?: boolean }
  | { readonly argv: readonly string[] };

export interface Reading {
  readonly command: Command | undefined;
  readonly environment: Environment;
  readonly entries: Map<string, Entry>;
  readonly from: "file" | "flags";
  readonly words: readonly Word[];
  readonly assumptions: readonly Assumption[];
  /** The configuration itself is not there, so that nothing can be said about what is missing in it. */
  readonly partial?: true;
}

const VERBS: Readonly<Record<string, Command>> = {
  train: "train",
  chat: "infer",
  api: "infer",
  webchat: "infer",
  export: "export",
  eval: "eval",
};

interface InputOptions {
  readonly command?: Command;
  readonly release: Release;
  readonly environment?: Environment;
}

/** What every way of reading knows besides the text. */
interface Context {
  readonly command: Command | undefined;
  readonly environment: Environment;
  readonly dialect: ReleaseDialect;
}

/** How a release reads its arguments; each of these changed on the way. */
interface ReleaseDialect {
  readonly yaml: YamlDialect;
  /** Whether OmegaConf holds the values, which is stricter about keys, types and interpolations. */
  readonly omegaConf: boolean;
  /** Whether `key=value` words may follow the file; before, any further word made a list of flags of it all. */
  readonly overrides: boolean;
  readonly json: boolean;
  readonly yamlSuffix: RegExp;
}

function dialectOf(release: Release): ReleaseDialect {
  const isSince = (first: Release) => RELEASES.indexOf(release) >= RELEASES.indexOf(first);
  return {
    yaml: isSince("v0.9.4") ? "omegaconf" : "safe",
    omegaConf: isSince("v0.9.3"),
    overrides: isSince("v0.9.3"),
    json: !isSince("v0.9.5"),
    yamlSuffix: isSince("v0.9.1") ? /\.ya?ml$/ : /\.yaml$/,
  };
}

/** Finds out what a text or a list of words is, and reads the parameters out of it. Throws a ReadProblem. */
export function readInput(input: CheckInput, options: InputOptions): Reading {
  const context: Context = {
    command: options.command,
    environment: options.environment ?? {},
    dialect: dialectOf(options.release),
  };
  if ("argv" in input) {
    const words = input.argv.map((text) => ({ text, place: null }));
    return readWords(words, context);
  }
  const { text, fileName = "config.yaml" } = input;
  if (input.isNotUtf8) throw new ReadProblem("not-utf8", "'utf-8' codec can't decode bytes");
  if (/\.json$/i.test(fileName) && !context.dialect.json) throw jsonRefused();
  const isYaml = /\.ya?ml$/i.test(fileName) && input.fileName !== undefined;
  if (!isYaml && holdsCommand(text)) {
    const command = findCommand(text);
    if (command) {
      const environment = { ...context.environment, vars: { ...context.environment.vars, ...command.vars } };
      return readWords(command.words, { ...context, environment, command: VERBS[command.verb] ?? context.command });
    }
  }
  const trimmed = text.trimStart();
  if (!isYaml && trimmed.startsWith("--") && !trimmed.startsWith("---")) {
    const command = findCommand(`${BARE_COMMAND}${text}`);
    if (command) return { ...base(context), from: "flags", words: command.words.map(shiftLeft) };
  }
  return { ...base(context), entries: readConfigFile(text, fileName, context.dialect) };
}

const base = ({ command, environment }: Context) =>
  ({ command, environment, entries: new Map<string, Entry>(), from: "file", words: [], assumptions: [] }) as const;

const jsonRefused = (word?: Word) =>
  new ReadProblem(
    "json-config-refused",
    "'PosixPath' object has no attribute 'read'",
    word?.place ? { place: word.place } : {},
  );

// Put in front of flags that stand alone, only to split them into words.
const BARE_COMMAND = "llamafactory-cli train ";

function shiftLeft(word: Word): Word {
  if (word.place?.line !== 1) return word;
  const { column, endColumn } = word.place;
  const shift = BARE_COMMAND.length;
  return { ...word, place: { ...word.place, column: column - shift, endColumn: endColumn - shift } };
}

function readWords(words: readonly Word[], context: Context): Reading {
  const { dialect, environment } = context;
  const [first] = words;
  const isAlone = dialect.overrides || words.length === 1;
  if (first && /\.json$/.test(first.text) && !dialect.json) throw jsonRefused(first);
  const isFile = first !== undefined && isAlone && (dialect.yamlSuffix.test(first.text) || /\.json$/.test(first.text));
  if (!isFile) return { ...base(context), from: "flags", words };
  const file = lookUpFile(environment, first.text);
  if (file === "absent") {
    throw new ReadProblem("config-file-missing", `[Errno 2] No such file or directory: '${first.text}'`, {
      data: { file: first.text },
      ...(first.place ? { place: first.place } : {}),
    });
  }
  const overrides = words.slice(1).map((word) => word.text);
  if (file === "unknown") {
    const entries = placeOverrides(applyOverrides(new Map(), overrides), words);
    const assumptions: Assumption[] = [{ id: "config-file-absent", data: { file: first.text } }];
    return { ...base(context), entries, partial: true, assumptions };
  }
  return { ...base(context), entries: applyOverrides(readConfigFile(file.text, first.text, dialect), overrides) };
}

function placeOverrides(entries: Map<string, Entry>, words: readonly Word[]): Map<string, Entry> {
  for (const [name, entry] of entries) {
    const word = words.find(({ text }) => text === name || text.startsWith(`${name}=`) || text.startsWith(`${name}.`));
    if (word) entries.set(name, { ...entry, keyPlace: word.place, valuePlace: word.place });
  }
  return entries;
}
