import { readFileSync } from "node:fs";
import path from "node:path";
import type * as z from "zod";

/** Reads a JSON file of this project (path from its root) and checks it; the error names the file and the place in it. */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path.join(process.cwd(), file), "utf8")));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Error(`${file}: ${issue?.path.join(".")}: ${issue?.message}`);
}
