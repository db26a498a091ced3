import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { Language } from "@/lib/i18n/languages";

/** JSON as text for those that read text, and as it is for those that read structure. */
export function answer(value: object): CallToolResult {
  return {
    content: [{ type: "text", text: JSON.stringify(value) }],
    structuredContent: value as Record<string, unknown>,
  };
}

/** Something the caller can mend; the protocol's own errors are for calls that are no calls. */
export function refusal(problem: string, more: object = {}): CallToolResult {
  return { ...answer({ problem, ...more }), isError: true };
}

/** `{ zh, en }` anywhere in a value becomes the text in one language; both stay where none is asked for. */
export function inLanguage(value: unknown, language: Language | undefined): unknown {
  if (language === undefined || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((item) => inLanguage(item, language));
  const entries = Object.entries(value);
  const isBilingual = entries.length === 2 && "zh" in value && "en" in value;
  if (isBilingual) return (value as Record<Language, unknown>)[language];
  return Object.fromEntries(entries.map(([key, item]) => [key, inLanguage(item, language)]));
}
