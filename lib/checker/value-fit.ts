import type { CatalogParameter, Json } from "./catalog";
import type { Entry } from "./entry";
import { equals, isTruthy, numberOf, PyFloat, type PyValue, repr, typeName } from "./python/values";

/** How a value misses what its parameter is declared as. */
export type Misfit =
  | {
      readonly kind: "type";
      readonly found: string;
      readonly expected: readonly string[];
      readonly repair: Json | undefined;
    }
  | { readonly kind: "choice"; readonly choices: readonly Json[] };

// Split at commas by code that leaves a list as it is; the other comma lists (adapters, added tokens) break on one.
export const TAKES_LISTS = new Set([
  "dataset",
  "eval_dataset",
  "interleave_probs",
  "freeze_trainable_modules",
  "freeze_extra_modules",
  "lora_target",
  "oft_target",
  "additional_target",
  "galore_target",
  "apollo_target",
]);
// Written as a bool although declared otherwise, and handled by the code that reads them.
export const TAKES_BOOLS = new Set(["resume_from_checkpoint", "fsdp"]);
export const TAKES_NONE = new Set(["debug", "fsdp"]);

export function misfitOf({ name, value, source }: Entry, parameter: CatalogParameter): Misfit | null {
  if (value === null) {
    if (parameter.nullable || TAKES_NONE.has(name)) return null;
    return wrongType(value, source, parameter);
  }
  const { types } = parameter;
  const found = typeName(value);
  if (found === "list" && (TAKES_LISTS.has(name) || types.includes("list"))) return null;
  if (found === "bool" && (TAKES_BOOLS.has(name) || types.includes("bool"))) return null;
  const fits =
    types.includes(found) ||
    (found === "int" && types.includes("float")) ||
    (found === "dict" && types.includes("object"));
  if (!fits) return wrongType(value, source, parameter);
  // transformers turns its own enums into members and refuses others itself; see the rules hf-…-values.
  const enforced = parameter.origin === "transformers" && parameter.enumerated;
  if (parameter.choices && !enforced && found === "str" && !types.includes("list")) {
    if (!parameter.choices.some((choice) => equals(choice as PyValue, value)))
      return { kind: "choice", choices: parameter.choices };
  }
  return null;
}

function wrongType(value: PyValue, source: string | undefined, parameter: CatalogParameter): Misfit {
  const repair = repairOf(value, source, parameter);
  return { kind: "type", found: typeName(value), expected: parameter.types, repair };
}

/** What the reader most likely meant; undefined where that is anyone's guess. */
function repairOf(value: PyValue, source: string | undefined, parameter: CatalogParameter): Json | undefined {
  const { types, choices } = parameter;
  if (value === null) return parameter.default ?? undefined;
  if (typeof value === "string") {
    const word = value.trim();
    if (types.includes("bool") && /^(true|yes|on|y)$/i.test(word)) return true;
    if (types.includes("bool") && /^(false|no|off|n|none)$/i.test(word)) return false;
    const number = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(word) ? Number(word) : Number.NaN;
    if (types.includes("float") && !Number.isNaN(number)) return number;
    if (types.includes("int") && Number.isInteger(number)) return number;
    return undefined;
  }
  const number = numberOf(value);
  if (number !== undefined) {
    if (types.includes("bool") && (number === 0 || number === 1)) return isTruthy(value);
    if (types.includes("int") && value instanceof PyFloat && Number.isInteger(number)) return number;
    if (types.includes("str") && choices?.includes("no") && value === false) return "no";
    if (types.includes("str") && !choices && typeof value !== "boolean") return source ?? repr(value);
  }
  return undefined;
}
