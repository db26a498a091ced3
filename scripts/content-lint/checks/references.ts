import { parseDocument } from "yaml";
import { loadParameters, loadSwitches } from "@/lib/catalog";
import { listFolders } from "@/lib/explanations/load";
import { factAspects } from "@/lib/facts/aspect";
import { editDistance } from "@/lib/nearest";
import { once } from "@/lib/once";
import { type Check, type ContentFile, type Fault, lineOf, type Subject } from "../check";

const topics = once(() => new Set(listFolders("content/topics")));
const questions = once(() => new Set(listFolders("content/questions")));

/** Whatever is named exists: parameters in meta.yaml, in `<Fact>`, in examples, and topics and questions in links. */
export const references: Check = {
  id: "references",
  *run(subject) {
    yield* metaReferences(subject);
    for (const file of [subject.zh, subject.en]) {
      yield* elements(file);
      yield* misspelt(file);
      yield* examples(file);
    }
  },
};

function exists(name: string): boolean {
  return loadParameters().has(name) || loadSwitches().has(name);
}

function* metaReferences({ meta, metaText, folder }: Subject): Generator<Fault> {
  const path = `${folder}/meta.yaml`;
  for (const field of ["related", "requires", "conflicts", "parameters"]) {
    for (const entry of (meta[field] ?? []) as string[]) {
      const name = String(entry).split(":")[0]?.trim() ?? "";
      if (!exists(name) && !topics().has(name) && !questions().has(name))
        yield { path, line: lineOf(metaText, entry), problem: `${field} names ${name}, which does not exist` };
    }
  }
}

function* elements(file: ContentFile): Generator<Fault> {
  for (const [index, line] of file.text.split("\n").entries()) {
    const at = { path: file.path, line: index + 1 };
    for (const [, of = "", show = ""] of line.matchAll(/<Fact\s+of="([^"]*)"\s+show="([^"]*)"/g)) {
      if (!loadParameters().has(of)) yield { ...at, problem: `<Fact> names ${of}, which does not exist` };
      if (!factAspects.some((aspect) => aspect === show))
        yield { ...at, problem: `<Fact> cannot show “${show}”`, tip: factAspects.join(", ") };
    }
    for (const [, scheme, id = ""] of line.matchAll(/\]\((topic|question):([\w-]+)/g)) {
      if (!(scheme === "topic" ? topics() : questions()).has(id))
        yield { ...at, problem: `there is no ${scheme} ${id}` };
    }
  }
}

/** Inline code one slip away from a parameter is a misspelt parameter; `key: value` must be a value the key takes. */
function* misspelt(file: ContentFile): Generator<Fault> {
  const names = [...loadParameters().keys()];
  for (const [index, line] of file.proseLines.entries()) {
    for (const [, code = ""] of line.matchAll(/`([^`]+)`/g)) {
      const at = { path: file.path, line: index + 1 };
      if (/^[a-z]+(_[a-z0-9]+)+$/.test(code) && !exists(code)) {
        const meant = names.find((name) => editDistance(name, code, 1) <= 1);
        if (meant && !knownNeighbours.has(code))
          yield { ...at, problem: `\`${code}\` is no parameter`, tip: `did you mean ${meant}?` };
      }
      const [, key, value] = /^([a-z_]\w*): (\S+)$/.exec(code) ?? [];
      const facts = key === undefined ? undefined : loadParameters().get(key)?.facts;
      if (!facts?.choices || value === undefined || value === "null" || /[…<]/.test(value)) continue;
      const written = value.replace(/^"|"$/g, "");
      const taken = [...facts.choices, ...facts.replacedValues.map(({ value: former }) => former)].map(String);
      // Comments are blanked in the prose, so the mark is looked for in the line as written.
      if (!taken.includes(written) && !file.text.split("\n")[index]?.includes(refusedMark))
        yield { ...at, problem: `${key} does not take ${value}`, tip: facts.choices.join(", ") };
    }
  }
}

/** Names of other things that look like one of ours. */
const knownNeighbours = new Set(["compute_type"]);
/** A line that speaks of a value because it is wrong says so with this mark: `{/* wrong-value *​/}` on the same line. */
const refusedMark = "wrong-value";

function* examples(file: ContentFile): Generator<Fault> {
  const [before = "", example] = file.text.split("[#example]");
  if (example === undefined) return;
  const first = before.split("\n").length;
  for (const match of example.matchAll(/```ya?ml[^\n]*\n([\s\S]*?)```/g)) {
    const line = first + example.slice(0, match.index).split("\n").length;
    const document = parseDocument(match[1] ?? "");
    const broken = document.errors[0];
    if (broken) {
      yield { path: file.path, line, problem: `the example is no YAML: ${broken.message.split("\n")[0]}` };
      continue;
    }
    const value: unknown = document.toJS();
    if (typeof value !== "object" || value === null || Array.isArray(value)) continue;
    for (const key of Object.keys(value)) {
      const availability = loadParameters().get(key)?.facts.availability.kind;
      if (availability === undefined || availability === "removed" || availability === "computed")
        yield { path: file.path, line, problem: `the example sets ${key}, which v0.9.5 does not know` };
    }
  }
}
