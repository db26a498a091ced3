/** A line of YAML and a command for a parameter: from the explanation's example where there is one, else from its facts. */

import { isMap, isScalar, parseDocument } from "yaml";
import type { Parameter } from "@/lib/catalog";
import { formatValue } from "@/lib/facts/format";
import type { ParameterFacts } from "@/lib/facts/parameter";

export interface Usage {
  readonly yaml: string;
  readonly command: string;
}

export function usageOf({ name, facts, explanation }: Parameter): Usage {
  const written = explanation ? exampleLine(explanation.prose.en.body, name) : null;
  const value = written ?? exampleValue(facts);
  const yaml = `${name}: ${value}`;
  const command = facts.commands.includes("train") ? "train" : facts.commands.includes("infer") ? "chat" : "eval";
  return { yaml, command: `llamafactory-cli ${command} config.yaml ${shellWord(`${name}=${value}`)}` };
}

/** The value that the first fenced YAML block of the example gives to this key, as written there. */
export function exampleLine(body: string, name: string): string | null {
  const [, example = ""] = body.split("[#example]");
  const block = /```ya?ml[^\n]*\n([\s\S]*?)```/.exec(example)?.[1];
  if (block === undefined) return null;
  const document = parseDocument(block);
  if (!isMap(document.contents)) return null;
  const pair = document.contents.items.find((item) => isScalar(item.key) && item.key.value === name);
  // Nested values have no one-line form that the command line would take.
  if (!isScalar(pair?.value) || pair.value.range == null) return null;
  const text = block.slice(pair.value.range[0], pair.value.range[1]).trim();
  return text === "" ? null : text;
}

function exampleValue(facts: ParameterFacts): string {
  if (facts.types[0] === "bool") return facts.default === true ? "false" : "true";
  const value = facts.default ?? facts.choices?.[0];
  if (value !== undefined && value !== null && value !== "") return formatValue(value);
  switch (facts.types[0]) {
    case "int":
      return "1";
    case "float":
      return "0.1";
    case "dict":
      return "{}";
    default:
      return "…";
  }
}

function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
