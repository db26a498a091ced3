/** What a YAML file may write for a parameter, as upstream's code takes it rather than as its annotation says. */

import { TAKES_BOOLS, TAKES_LISTS, TAKES_NONE } from "@/lib/checker/value-fit";

export interface ValueFacts {
  readonly name: string;
  /** Python type names: `int`, `float`, `str`, `bool`, `dict`, `list`, `object`. */
  readonly types: readonly string[];
  readonly nullable: boolean;
  readonly choices: readonly unknown[] | null;
}

export type JsonSchema = { readonly [key: string]: unknown };

const jsonTypes: Readonly<Record<string, string>> = {
  bool: "boolean",
  int: "integer",
  float: "number",
  str: "string",
  dict: "object",
  list: "array",
  // Something that YAML cannot write; a mapping comes nearest and is what the parser is given.
  object: "object",
};

export function valueSchema({ name, types, nullable, choices }: ValueFacts): JsonSchema {
  const takesList = TAKES_LISTS.has(name) && !types.includes("list");
  const takesNull = nullable || TAKES_NONE.has(name);
  if (choices !== null && !types.includes("list")) {
    const allowed = [
      ...choices,
      ...(TAKES_BOOLS.has(name) || types.includes("bool") ? [true, false] : []),
      ...(takesNull ? [null] : []),
    ];
    return { enum: [...new Set(allowed)] };
  }
  const own = types.map((type) => jsonTypes[type] ?? fail(name, type));
  const all = new Set([
    ...own,
    ...(takesList ? ["array"] : []),
    ...(TAKES_BOOLS.has(name) ? ["boolean"] : []),
    ...(takesNull ? ["null"] : []),
  ]);
  // Every integer is a number.
  if (all.has("number")) all.delete("integer");
  const type = [...all];
  return {
    type: type.length === 1 ? type[0] : type,
    ...(takesList ? { items: { type: ["string", "number"] } } : {}),
  };
}

function fail(name: string, type: string): never {
  throw new Error(`${name}: no JSON type for ${type}`);
}
