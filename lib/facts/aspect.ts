import { formatDefault, formatType, formatValue } from "./format";
import type { ParameterFacts } from "./parameter";

/** What `<Fact of="…" show="…" />` may show. */
export const factAspects = ["default", "type", "choices", "since", "commands"] as const;
export type FactAspect = (typeof factAspects)[number];

/** The fact as text. An unset default is YAML's `null`, which is what one would write. */
export function factText(facts: ParameterFacts, aspect: FactAspect): string {
  switch (aspect) {
    case "default":
      return formatDefault(facts) ?? "null";
    case "type":
      return formatType(facts);
    case "choices":
      return facts.choices?.map(formatValue).join(" / ") ?? "";
    case "since":
      return "since" in facts.availability ? (facts.availability.since ?? "transformers") : "main";
    case "commands":
      return facts.commands.join(", ");
  }
}
