/** content/search → the hand-written part of the index: what means the same, and what values are called. */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import * as z from "zod";
import { once } from "@/lib/once";

const phrases = z.array(z.coerce.string().min(1)).default([]);
const bilingual = z.strictObject({ zh: phrases, en: phrases });

const synonymsFile = z.strictObject({
  fillers: bilingual,
  classes: z.record(z.string(), bilingual.extend({ telling: z.boolean().default(false) })),
});

const valuesFile = z.record(
  z.string(),
  z.record(z.string(), z.strictObject({ zh: z.string(), en: z.string(), keywords: phrases, with: phrases.optional() })),
);

const messagesFile = z.array(
  z.strictObject({ messages: z.array(z.string()).min(1), parameters: z.array(z.string()).min(1), source: z.string() }),
);

const formerNamesFile = z.record(z.string(), z.strictObject({ now: z.array(z.string()).min(1), lastIn: z.string() }));

function read<Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> {
  const file = `content/search/${name}`;
  const absolute = path.join(process.cwd(), file);
  if (!existsSync(absolute)) throw new Error(`${file}: this file is missing`);
  const parsed = schema.safeParse(parse(readFileSync(absolute, "utf8")));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${file}: ${issue?.path.join(".")}: ${issue?.message}`);
}

export const loadSynonyms = once(() => read("synonyms.yaml", synonymsFile));
/** By parameter, then by value as one writes it. */
export const loadValueNames = once(() => read("values.yaml", valuesFile));
export const loadOldNames = once(() => read("former-names.yaml", formerNamesFile));
export const loadExtraMessages = once(() => read("messages.yaml", messagesFile));
