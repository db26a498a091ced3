/** content/facts/dependencies.json → what a release declares about Python and its libraries. */

import * as z from "zod";
import { once } from "@/lib/once";
import { readJson } from "@/lib/read-json";

const dependency = z.object({
  name: z.string(),
  /** Empty where any version will do. */
  range: z.string(),
  kind: z.enum(["required", "optional", "start"]),
  marker: z.string().optional(),
  file: z.string(),
  line: z.number().int().positive(),
});
export type Dependency = z.infer<typeof dependency>;

const file = z.object({ releases: z.array(z.object({ tag: z.string(), packages: z.array(dependency) })) });

export const loadDependencies = once((): ReadonlyMap<string, readonly Dependency[]> => {
  const { releases } = readJson("content/facts/dependencies.json", file);
  return new Map(releases.map(({ tag, packages }) => [tag, packages]));
});

export interface PackageVersions {
  readonly name: string;
  readonly isOptional: boolean;
  /** Usually one; several where they differ by platform or Python version. */
  readonly declared: readonly Dependency[];
  /** What the program checks when it starts, where that allows something else. */
  readonly atStart: Dependency | null;
}

/** One entry per library, in the order of the facts. */
export function packageVersions(dependencies: readonly Dependency[]): PackageVersions[] {
  return [...new Set(dependencies.map(({ name }) => name))].map((name) => {
    const own = dependencies.filter((entry) => entry.name === name);
    const declared = own.filter(({ kind }) => kind !== "start");
    const start = own.find(({ kind }) => kind === "start");
    const differs = start !== undefined && declared.every(({ range }) => upperBound(range) !== upperBound(start.range));
    return {
      name,
      isOptional: declared.every(({ kind }) => kind === "optional"),
      declared,
      atStart: differs ? start : null,
    };
  });
}

/** The bounds without single excluded versions, which the two places spell differently. */
function upperBound(range: string): string {
  return range
    .split(",")
    .filter((part) => !part.startsWith("!="))
    .join(",");
}
