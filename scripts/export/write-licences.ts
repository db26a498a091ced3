import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Lock, productionLicences } from "@/lib/licences";

/** Writes licences.txt: the notices that go with the code of others in the site's scripts and styles. */
export function writeLicences(out: string): void {
  const root = path.dirname(out);
  const lock = JSON.parse(readFileSync(path.join(root, "package-lock.json"), "utf8")) as Lock;
  const packages = [...productionLicences(lock)].flatMap(([licence, names]) =>
    names.map((name) => ({ name, licence, notice: noticeOf(path.join(root, "node_modules", name)) })),
  );
  writeFileSync(path.join(out, "licences.txt"), licencesText(packages));
}

interface Notice {
  readonly name: string;
  readonly licence: string;
  /** Null where the package is for another system, or brings no text. */
  readonly notice: string | null;
}

/** Packages with the same notice share it. */
export function licencesText(packages: readonly Notice[]): string {
  const sharing = new Map<string, string[]>();
  for (const { name, licence, notice } of packages)
    if (notice !== null) sharing.set(notice, [...(sharing.get(notice) ?? []), `${name} (${licence})`]);
  const parts = [...sharing].map(([notice, names]) => `${names.join(", ")}\n\n${notice}\n`);
  return `Param Atlas is built with the work of others. Their notices:\n\n${parts.join(`\n${"-".repeat(80)}\n\n`)}`;
}

function noticeOf(folder: string): string | null {
  if (!existsSync(folder)) return null;
  const file = readdirSync(folder).find((name) => /^licen[cs]e(?:$|[.-])/i.test(name));
  return file === undefined ? null : readFileSync(path.join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
}
