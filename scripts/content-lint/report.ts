/** Coverage by group and language, and how long the explanations are. */

import { loadParameters, loadSwitches } from "@/lib/catalog";
import { isInDepth, type Level } from "@/lib/explanations/vocabulary";
import { languages } from "@/lib/i18n/languages";
import type { Subject } from "./check";
import { wordCount } from "./checks/lengths";

export function printReport(subjects: readonly Subject[]): void {
  const written = new Map(subjects.map((subject) => [`${subject.kind}/${subject.id}`, subject]));
  const groups = new Map<string, string[]>();
  const put = (group: string, id: string) => groups.set(group, [...(groups.get(group) ?? []), id]);
  for (const { name, facts } of loadParameters().values())
    put(facts.availability.kind === "released" ? facts.group : facts.availability.kind, `parameters/${name}`);
  for (const name of loadSwitches().keys()) put("environment", `environment/${name}`);

  print([
    "group",
    "language",
    "subjects",
    "written",
    "summary",
    "what",
    "choosing",
    "conditions",
    "example",
    "sources",
    "in depth",
  ]);
  for (const [group, ids] of [...groups].sort()) {
    for (const language of languages) {
      const found = ids.flatMap((id) => written.get(id) ?? []);
      const having = (id: string) => found.filter((subject) => subject[language].text.includes(`[#${id}]`)).length;
      print([
        group,
        language,
        ids.length,
        found.length,
        found.filter((subject) => subject[language].frontmatter.summary).length,
        having("what"),
        having("choosing"),
        having("conditions"),
        having("example"),
        found.filter(({ meta }) => Array.isArray(meta.sources) && meta.sources.length > 0).length,
        found.filter(({ meta }) => isInDepth(meta.level as Level)).length,
      ]);
    }
  }
  process.stdout.write("\n");
  print(["level", "language", "pages", "shortest", "median", "longest"]);
  const explained = subjects.filter(({ kind }) => kind === "parameters");
  for (const level of ["essential", "common", "advanced", "expert"]) {
    for (const language of languages) {
      const lengths = explained
        .filter(({ meta }) => meta.level === level)
        .map((subject) => wordCount(subject[language]))
        .sort((a, b) => a - b);
      print([level, language, lengths.length, lengths[0] ?? 0, lengths[lengths.length >> 1] ?? 0, lengths.at(-1) ?? 0]);
    }
  }
}

function print(cells: readonly (string | number)[]): void {
  process.stdout.write(`${cells.map((cell, index) => String(cell).padEnd(index === 0 ? 22 : 10)).join("")}\n`);
}
