/** Writes docs/licences.md. Usage: npm run -s licences; a test says when it is needed. */

import { readFileSync, writeFileSync } from "node:fs";
import { type Lock, licencesMarkdown, productionLicences, unacceptedLicences } from "@/lib/licences";

const licences = productionLicences(JSON.parse(readFileSync("package-lock.json", "utf8")) as Lock);
writeFileSync("docs/licences.md", licencesMarkdown(licences));
for (const [licence, names] of licences) process.stdout.write(`${String(names.length).padStart(4)} ${licence}\n`);
for (const licence of unacceptedLicences(licences)) {
  process.stderr.write(`not accepted yet: ${licence} (${licences.get(licence)?.join(", ")}); see lib/licences.ts\n`);
  process.exitCode = 1;
}
