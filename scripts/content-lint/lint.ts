/**
 * `npm run lint:content [-- PATH…] [--report]`: all findings at once, each to click and act on; exit code 1 when there is one.
 * `--report` prints the coverage by group and language and the reading length instead.
 */

import type { Check, Fault, Subject } from "./check";
import { frameworkNames } from "./checks/framework-names";
import { glossary } from "./checks/glossary";
import { lengths } from "./checks/lengths";
import { references } from "./checks/references";
import { sections } from "./checks/sections";
import { sources } from "./checks/sources";
import { tables } from "./checks/tables";
import { typedDefault } from "./checks/typed-default";
import { typography } from "./checks/typography";
import { readSubjects } from "./read";
import { printReport } from "./report";

export const checks: readonly Check[] = [
  sections,
  lengths,
  sources,
  references,
  tables,
  typedDefault,
  typography,
  glossary,
  frameworkNames,
];

export function lint(subjects: readonly Subject[]): (Fault & { check: string })[] {
  return subjects.flatMap((subject) =>
    checks.flatMap((check) => [...check.run(subject)].map((fault) => ({ ...fault, check: check.id }))),
  );
}

function main(argv: readonly string[]): number {
  const wanted = argv.filter((word) => !word.startsWith("--"));
  const { subjects, broken } = readSubjects();
  if (argv.includes("--report")) {
    printReport(subjects);
    return 0;
  }
  const concerns = (path: string) => wanted.length === 0 || wanted.some((word) => path.includes(word));
  const faults = [
    ...broken.map((fault) => ({ ...fault, check: "schema" })),
    ...lint(subjects.filter(({ folder }) => concerns(`${folder}/`))),
  ].filter(({ path }) => concerns(path));
  for (const { path, line, check, problem, tip } of faults)
    process.stdout.write(`${path}:${line}  error  ${check}  ${problem}\n${tip ? `    tip: ${tip}\n` : ""}`);
  process.stdout.write(`content: ${subjects.length} subjects, ${faults.length} faults\n`);
  return faults.length > 0 ? 1 : 0;
}

if (process.argv[1]?.endsWith("lint.ts")) process.exitCode = main(process.argv.slice(2));
