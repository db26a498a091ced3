/** content/frameworks/mappings.yaml → what a parameter is called elsewhere. */

import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { once } from "@/lib/once";

export const comparedFrameworks = ["transformers", "peft", "trl", "axolotl", "unsloth", "ms-swift"] as const;
export type ComparedFramework = (typeof comparedFrameworks)[number];

const bilingual = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });

const foreignName = z.strictObject({
  in: z.enum(comparedFrameworks),
  name: z.string().min(1),
  source: z.string().min(1),
  /** Further names for it, former ones among them. */
  also: z.array(z.string()).optional(),
  /** What else than the name is different: unit, direction, values, default. */
  differs: bilingual.optional(),
});
export type ForeignName = z.infer<typeof foreignName>;

const mappingsFile = z.strictObject({
  versions: z.record(z.enum(comparedFrameworks), z.string()),
  parameters: z.array(z.strictObject({ key: z.string(), names: z.array(foreignName).min(1) })),
});
export type Mappings = z.infer<typeof mappingsFile>;

const file = "content/frameworks/mappings.yaml";

export const loadMappings = once((): Mappings => {
  const parsed = mappingsFile.safeParse(parse(readFileSync(path.join(process.cwd(), file), "utf8")));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`${file}: ${issue?.path.join(".")}: ${issue?.message}`);
});

/** How a parameter stands to a framework, given the names that it has there. */
export type Relation = "same" | "renamed" | "different" | "none";
export const relations = ["same", "renamed", "different", "none"] as const satisfies readonly Relation[];

export function relationOf(key: string, names: readonly ForeignName[]): Relation {
  if (names.length === 0) return "none";
  if (names.some(({ differs }) => differs !== undefined)) return "different";
  return names.some(({ name }) => name !== key) ? "renamed" : "same";
}
