import { isInDepth, type Level, parameterSections } from "@/lib/explanations/vocabulary";
import type { Check, ContentFile, Fault, Subject } from "../check";

/** Sections have fixed ids, titles and order; both languages have the same. */
export const sections: Check = {
  id: "sections",
  *run(subject) {
    const [zh, en] = [headings(subject.zh), headings(subject.en)];
    yield* parity(subject, zh, en);
    if (subject.kind !== "parameters" && subject.kind !== "environment") return;
    const level = subject.meta.level as Level;
    for (const [file, found] of [
      [subject.zh, zh],
      [subject.en, en],
    ] as const) {
      const order = parameterSections.map(({ id }) => id as string);
      const ids = found.map(({ id }) => id);
      for (const { id, title, depth } of parameterSections) {
        const heading = found.find((candidate) => candidate.id === id);
        if (heading === undefined) {
          if (depth === "all" || isInDepth(level))
            yield { path: file.path, line: 1, problem: `section [#${id}] is missing (level ${level})` };
        } else if (heading.title !== title[file.language]) {
          yield {
            path: file.path,
            line: heading.line,
            problem: `[#${id}] is titled “${heading.title}”`,
            tip: `the title of this section is “${title[file.language]}”`,
          };
        }
      }
      const unknown = found.find(({ id }) => !order.includes(id));
      if (unknown) yield { path: file.path, line: unknown.line, problem: `no section is called [#${unknown.id}]` };
      const sorted = [...ids].sort((a, b) => order.indexOf(a) - order.indexOf(b));
      if (!unknown && ids.join() !== sorted.join())
        yield {
          path: file.path,
          line: 1,
          problem: `sections stand in the order ${ids.join(", ")}`,
          tip: sorted.join(", "),
        };
    }
  },
};

function* parity(subject: Subject, zh: readonly Heading[], en: readonly Heading[]): Generator<Fault> {
  const [zhIds, enIds] = [zh.map(({ id }) => id), en.map(({ id }) => id)];
  if (zhIds.join() === enIds.join()) return;
  const missing = (of: string[], from: string[]) =>
    from
      .filter((id) => !of.includes(id))
      .map((id) => `[#${id}]`)
      .join(" ");
  yield {
    path: subject.zh.path,
    line: 1,
    problem: `zh and en have different sections (zh lacks ${missing(zhIds, enIds) || "none"}, en lacks ${missing(enIds, zhIds) || "none"})`,
    tip: "the same ids in the same order in both languages",
  };
}

interface Heading {
  readonly id: string;
  readonly title: string;
  readonly line: number;
}

function headings(file: ContentFile): Heading[] {
  return file.text.split("\n").flatMap((text, index) => {
    const match = /^##\s+(.+?)\s+\[#([\w-]+)\]\s*$/.exec(text);
    if (match?.[1] && match[2]) return [{ id: match[2], title: match[1], line: index + 1 }];
    return /^#{1,2}\s/.test(text) && !/^#!/.test(text) && file.proseLines[index]?.trim()
      ? [{ id: `(no id: ${text})`, title: text, line: index + 1 }]
      : [];
  });
}
