/** The licences of what the site is built with, from package-lock.json: npm writes each package's licence there. */

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/**
 * Licences that ask for no more than their notice, or only for the changed files of the package itself.
 *
 * A package under another one has to be looked at by a person before its licence is added here.
 */
const acceptedLicences: ReadonlySet<string> = new Set([
  ...["0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BlueOak-1.0.0", "ISC", "MIT", "MIT AND Apache-2.0"],
  // Tailwind's Lightning CSS: used at build time, unchanged, and none of it is in the pages.
  "MPL-2.0",
  // Browser support tables, read at build time.
  "CC-BY-4.0",
  // Parts of sharp, which Next offers for images; the site has none that it would work on.
  ...["LGPL-3.0-or-later", "Apache-2.0 AND LGPL-3.0-or-later", "Apache-2.0 AND LGPL-3.0-or-later AND MIT"],
]);

/** Licence → names of the packages that come with `npm install --omit=dev`, both in the order of the alphabet. */
export function productionLicences({ packages }: Lock): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, Set<string>>();
  for (const [place, { license = "unknown", dev, devOptional }] of Object.entries(packages)) {
    if (place === "" || dev || devOptional) continue;
    const name = place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
    names.set(license, (names.get(license) ?? new Set()).add(name));
  }
  return new Map(
    [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([licence, set]) => [licence, [...set].sort()] as const),
  );
}

export function unacceptedLicences(licences: ReadonlyMap<string, readonly string[]>): string[] {
  return [...licences.keys()].filter((licence) => !acceptedLicences.has(licence));
}

/** The text of docs/licences.md. */
export function licencesMarkdown(licences: ReadonlyMap<string, readonly string[]>): string {
  const sections = [...licences].map(
    ([licence, names]) => `## ${licence}\n\n${names.map((name) => `\`${name}\``).join(", ")}\n`,
  );
  return `# Licences of the dependencies

Written by \`npm run -s licences\` from package-lock.json: all packages that come with \`npm install --omit=dev\`, those for other
systems too. Param Atlas itself is under the MIT licence.

${sections.join("\n")}`;
}
