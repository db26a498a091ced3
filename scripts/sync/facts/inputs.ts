/** The hand-kept tables in content/facts-input: judgements that no syntax tree holds. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import * as z from "zod";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const groupsFile = z.strictObject({
  groups: z.record(z.string(), z.string()),
  subgroups: z.record(z.string(), z.string()),
});
const removedFile = z.record(
  z.string(),
  z.strictObject({
    replacedBy: z.array(z.string()),
    commit: z.string(),
    relation: z.enum(["renamed", "renamed-and-split", "split", "merged", "moved", "automatic", "feature-rewritten"]),
    note: z.string().optional(),
  }),
);
const replacedValuesFile = z.record(
  z.string(),
  z.array(
    z.strictObject({
      value: scalar,
      removedIn: z.string(),
      use: z.record(z.string(), scalar),
      sure: z.boolean().optional(),
    }),
  ),
);
const enumsFile = z.record(z.string(), z.record(z.string(), z.string()));

export interface Inputs {
  readonly groups: z.infer<typeof groupsFile>["groups"];
  readonly subgroups: z.infer<typeof groupsFile>["subgroups"];
  readonly removed: z.infer<typeof removedFile>;
  readonly replacedValues: z.infer<typeof replacedValuesFile>;
  readonly externalEnums: z.infer<typeof enumsFile>;
}

export function readInputs(folder: string): Inputs {
  const read = <T>(file: string, schema: z.ZodType<T>): T =>
    schema.parse(parse(readFileSync(path.join(folder, file), "utf8")));
  return {
    ...read("groups.yaml", groupsFile),
    removed: read("removed.yaml", removedFile),
    replacedValues: read("replaced-values.yaml", replacedValuesFile),
    externalEnums: read("external-enums.yaml", enumsFile),
  };
}
