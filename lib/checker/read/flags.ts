import type { CatalogParameter, Command } from "../catalog";
import type { Entry, Place } from "../entry";
import { toFloat, toInt } from "../python/errors";
import { PyFloat, type PyValue, repr, str } from "../python/values";
import { ReadProblem } from "./problem";

export interface Word {
  readonly text: string;
  readonly place: Place | null;
}

interface Option {
  readonly parameter: CatalogParameter;
  /** How many values it takes: exactly one, none or one, at least one, none. */
  readonly takes: "one" | "optional" | "many" | "none";
  readonly negates?: true;
  readonly names: readonly string[];
}

export type FlagResult =
  | { readonly kind: "help" }
  | {
      readonly kind: "flags";
      readonly entries: Map<string, Entry>;
      /** Words that no option took. */
      readonly unknown: readonly string[];
      /** Those of them that follow an unknown option as its value. */
      readonly unknownValues: ReadonlySet<number>;
      readonly problems: readonly ReadProblem[];
    };

const dashed = (name: string) => (name.includes("_") ? [`--${name}`, `--${name.replaceAll("_", "-")}`] : [`--${name}`]);
// argparse takes these for numbers and not for options.
const NEGATIVE_NUMBER = /^-\d+$|^-\d*\.\d+$/;

/** Reads a list of flags as transformers' HfArgumentParser does through argparse. */
export function readFlags(
  words: readonly Word[],
  keys: ReadonlyMap<string, CatalogParameter>,
  command: Command,
): FlagResult {
  // Training parses the few options of Ray first, and to that parser even --h is short for --help.
  const shortHelp = (word: string) => command === "train" && word.length > 2 && "--help".startsWith(word);

  const options = new Map<string, Option>();
  for (const parameter of keys.values()) {
    const option: Option = { parameter, takes: arity(parameter), names: dashed(parameter.name) };
    for (const name of option.names) options.set(name, option);
    if (isBool(parameter) && parameter.default === true) {
      const names = [`--no_${parameter.name}`, `--no-${parameter.name.replaceAll("_", "-")}`];
      for (const name of names) options.set(name, { parameter, takes: "none", negates: true, names });
    }
  }
  const entries = new Map<string, Entry>();
  const unknown: string[] = [];
  const unknownValues = new Set<number>();
  let afterUnknownOption = false;
  const problems: ReadProblem[] = [];
  const looksLikeOption = (word: string | undefined) => {
    if (word === undefined || !word.startsWith("-") || word.length === 1 || NEGATIVE_NUMBER.test(word)) return false;
    return options.has(word) || options.has(word.replace(/=.*$/s, "")) || !word.includes(" ");
  };

  const known = new Map<string, string[]>();
  const findOptions = (name: string) => {
    const found = known.get(name) ?? matching(name, options);
    known.set(name, found);
    return found;
  };

  let onlyPositionals = false;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as Word;
    if (onlyPositionals || !looksLikeOption(word.text)) {
      if (afterUnknownOption) unknownValues.add(unknown.length);
      unknown.push(word.text);
      continue;
    }
    afterUnknownOption = false;
    if (word.text === "--") {
      onlyPositionals = true;
      unknown.push(word.text);
      continue;
    }
    if (shortHelp(word.text) && word.text !== "--help") return { kind: "help" };
    // argparse goes from left to right and ends at the first error or at the help, whichever comes first.
    if ((word.text === "-h" || word.text === "--help") && problems.length === 0) return { kind: "help" };
    if (word.text === "-h" || word.text === "--help") continue;
    const equal = word.text.indexOf("=");
    const name = equal === -1 ? word.text : word.text.slice(0, equal);
    const explicit = equal === -1 ? undefined : word.text.slice(equal + 1);
    const found = options.has(word.text) ? [word.text] : options.has(name) ? [name] : findOptions(name);
    const where = word.place ? { place: word.place } : {};
    if (found.length === 1 && found[0] === "--help") {
      if (problems.length === 0) return { kind: "help" };
      continue;
    }
    if (found.length > 1) {
      problems.push(
        new ReadProblem("flag-ambiguous", `ambiguous option: ${word.text} could match ${found.join(", ")}`, {
          ...where,
          parameters: [name.replace(/^-+/, "").replaceAll("-", "_")],
          data: { flag: name, options: found.filter((option) => !option.slice(2).includes("-")).join(" ") },
        }),
      );
      continue;
    }
    const option = found[0] === undefined ? undefined : options.get(found[0]);
    if (!option) {
      unknown.push(word.text);
      afterUnknownOption = true;
      continue;
    }
    const { parameter } = option;
    const fail = (rule: string, message: string, data: Readonly<Record<string, string>>) =>
      problems.push(
        new ReadProblem(rule, `argument ${option.names.join("/")}: ${message}`, {
          ...where,
          parameters: [parameter.name],
          data: { flag: option.names[0] as string, ...data },
        }),
      );
    const values: Word[] = [];
    if (explicit !== undefined) {
      if (option.takes === "none") {
        fail("flag-takes-no-value", `ignored explicit argument ${repr(explicit)}`, { value: explicit });
        continue;
      }
      values.push({ text: explicit, place: word.place });
    } else if (option.takes !== "none") {
      const most = option.takes === "many" ? Number.POSITIVE_INFINITY : 1;
      while (values.length < most && i + 1 < words.length && !looksLikeOption(words[i + 1]?.text))
        values.push(words[++i] as Word);
      if (values.length === 0 && option.takes !== "optional") {
        fail("flag-needs-value", `expected ${option.takes === "many" ? "at least one argument" : "one argument"}`, {});
        continue;
      }
    }
    const put = (value: PyValue) => {
      const valuePlace = values[0]?.place ?? word.place;
      entries.set(parameter.name, { name: parameter.name, value, from: "flag", keyPlace: word.place, valuePlace });
    };
    if (option.takes === "none") put(false);
    else if (values.length === 0) put(true);
    else {
      const converted = values.map((value) => convert(value.text, parameter));
      const bad = converted.indexOf(undefined);
      if (bad !== -1) {
        const text = values[bad]?.text ?? "";
        const choices =
          parameter.enumerated || (parameter.choices && !isList(parameter)) ? parameter.choices : undefined;
        if (choices) {
          const list = choices.map((choice) => repr(choice as PyValue)).join(", ");
          fail("flag-choice-invalid", `invalid choice: ${repr(text)} (choose from ${list})`, {
            value: text,
            choices: choices.map((choice) => str(choice as PyValue)).join(", "),
          });
        } else {
          const type = parameter.types[0] ?? "str";
          const message =
            type === "bool"
              ? `Truthy value expected: got ${text} but expected one of yes/no, true/false, t/f, y/n, 1/0 (case insensitive).`
              : `invalid ${type} value: ${repr(text)}`;
          fail("flag-value-invalid", message, { value: text, type });
        }
        continue;
      }
      const taken = converted as PyValue[];
      put(option.takes === "many" ? taken : (taken[0] as PyValue));
    }
  }
  for (const parameter of keys.values()) {
    if (!parameter.required || entries.has(parameter.name)) continue;
    problems.push(
      new ReadProblem("flag-required", `the following arguments are required: ${dashed(parameter.name).join("/")}`, {
        parameters: [parameter.name],
        data: { flag: `--${parameter.name}` },
      }),
    );
  }
  return { kind: "flags", entries, unknown, unknownValues, problems };
}

/** The options that a word may be short for. */
function matching(name: string, options: ReadonlyMap<string, Option>): string[] {
  if (!name.startsWith("--")) return [];
  const found = [...options.keys()].filter((option) => option.startsWith(name));
  return "--help".startsWith(name) ? ["--help", ...found] : found;
}

// Of a union of str and bool that cannot be None, argparse keeps the bool.
const isBool = ({ types, nullable }: CatalogParameter) =>
  types.includes("bool") && (types.length === 1 || (!nullable && types.length === 2 && types.includes("str")));
const isList = (parameter: CatalogParameter) =>
  parameter.types[0] === "list" || (parameter.types.includes("list") && !parameter.nullable);

function arity(parameter: CatalogParameter): Option["takes"] {
  if (isBool(parameter)) return !parameter.nullable || parameter.default !== null ? "optional" : "one";
  // A union of str and list that may be None loses the list: argparse takes the first kind that is left.
  return isList(parameter) && !parameter.types.includes("str") ? "many" : parameter.name === "debug" ? "many" : "one";
}

const TRUE_WORDS = ["yes", "true", "t", "y", "1"];
const FALSE_WORDS = ["no", "false", "f", "n", "0"];

/** The value of a word for a parameter; undefined where argparse refuses it. */
function convert(text: string, parameter: CatalogParameter): PyValue | undefined {
  // fsdp takes several of its choices in one word and looks at them later.
  if (parameter.choices && parameter.name !== "fsdp")
    return parameter.choices.some((choice) => str(choice as PyValue) === text) ? text : undefined;
  const type = isBool(parameter) ? "bool" : parameter.types.includes("str") ? "str" : parameter.types[0];
  try {
    switch (type) {
      case "str":
        return text;
      case "int":
        return toInt({ value: text });
      case "float":
        return new PyFloat(toFloat({ value: text }));
      case "bool": {
        const word = text.toLowerCase();
        if (TRUE_WORDS.includes(word)) return true;
        return FALSE_WORDS.includes(word) ? false : undefined;
      }
      case "list":
        return text;
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}
