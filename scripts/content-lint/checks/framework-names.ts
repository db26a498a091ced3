import { comparedFrameworks, type ForeignName, loadMappings } from "@/lib/frameworks/load";
import { once } from "@/lib/once";
import { type Check, lineOf } from "../check";

const namesByKey = once(
  (): ReadonlyMap<string, readonly ForeignName[]> =>
    new Map(loadMappings().parameters.map(({ key, names }) => [key, names])),
);

/** In TRL and transformers a parameter may also be the trainer's own, under its own name: the table does not list those twice. */
const complete: readonly string[] = comparedFrameworks.filter((id) => id !== "trl" && id !== "transformers");

/** The table of frameworks and a parameter's own `elsewhere` tell the same. */
export const frameworkNames: Check = {
  id: "framework-names",
  *run({ kind, id, folder, meta, metaText }) {
    const listed = kind === "parameters" ? namesByKey().get(id) : undefined;
    if (listed === undefined) return;
    const elsewhere = (meta.elsewhere ?? []) as readonly { readonly framework: string; readonly name: string }[];
    const path = `${folder}/meta.yaml`;
    const bare = (name: string) => name.replace(/:.*$/, "");
    for (const { in: framework, name } of listed) {
      if (!elsewhere.some((other) => other.framework === framework && bare(other.name) === name))
        yield {
          path,
          line: lineOf(metaText, "elsewhere:"),
          problem: `${framework} calls it ${name} in content/frameworks/mappings.yaml, and elsewhere does not say so`,
          tip: `add { framework: ${framework}, name: ${name} }`,
        };
    }
    for (const { framework, name } of elsewhere) {
      if (!complete.includes(framework)) continue;
      const known = listed
        .filter((other) => other.in === framework)
        .flatMap((other) => [other.name, ...(other.also ?? [])]);
      if (!known.includes(bare(name)))
        yield {
          path,
          line: lineOf(metaText, name),
          problem: `content/frameworks/mappings.yaml does not know ${name} in ${framework}`,
          tip: "add it there, or take it out here",
        };
    }
  },
};
