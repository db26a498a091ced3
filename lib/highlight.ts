/** Code with both themes' colours, made at build time. One highlighter, with the few grammars that our pages hold. */

import { createHighlighterCore, type HighlighterCore } from "shiki/core";
import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import bash from "shiki/langs/bash.mjs";
import json from "shiki/langs/json.mjs";
import python from "shiki/langs/python.mjs";
import yaml from "shiki/langs/yaml.mjs";
import dark from "shiki/themes/github-dark-high-contrast.mjs";
import light from "shiki/themes/github-light-high-contrast.mjs";
import { once } from "@/lib/once";

export const highlighting = {
  themes: { light: light.name ?? "", dark: dark.name ?? "" },
  defaultColor: false,
} as const;

export const loadHighlighter = once(
  (): Promise<HighlighterCore> =>
    createHighlighterCore({
      langs: [yaml, bash, json, python],
      themes: [light, dark],
      engine: createJavaScriptRegexEngine(),
    }),
);

/** Highlighted code as HTML. */
export async function highlight(code: string, language: "yaml" | "bash" | "json"): Promise<string> {
  return (await loadHighlighter()).codeToHtml(code, { lang: language, ...highlighting });
}
