export type Language = "en" | "zh";

/** `a, b and c`, or with the enumeration comma in Chinese. */
export function listed(items: readonly string[], language: Language): string {
  if (language === "zh") return items.join("、");
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}
