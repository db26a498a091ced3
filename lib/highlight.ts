import { type BundledLanguage, codeToHtml } from "shiki";

/** Code as HTML with both themes' colours, made at build time by the same highlighter as the prose. */
export function highlight(code: string, language: BundledLanguage): Promise<string> {
  return codeToHtml(code, {
    lang: language,
    themes: { light: "github-light-high-contrast", dark: "github-dark-high-contrast" },
    defaultColor: false,
  });
}
