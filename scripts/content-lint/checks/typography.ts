import type { Check, ContentFile, Fault } from "../check";
import { inlineMark } from "../read";

const han = "\\p{Script=Han}";
/** Each pattern with what is wrong about it. Half-width marks inside code never reach these lines' Han neighbours. */
const patterns: readonly [RegExp, string][] = [
  [new RegExp(`${han}[A-Za-z0-9]|[A-Za-z0-9]${han}`, "u"), "one space between Han and Latin letters or digits"],
  [new RegExp(`${han}\`|\`${han}`, "u"), "one space between Han and code"],
  [new RegExp(`${han}[,;:!?](?!\\d)|${han}\\.(?=\\s|$)`, "u"), "full-width punctuation after Han"],
  [new RegExp(`${han}\\(|\\)${han}`, "u"), "full-width parentheses in Chinese"],
  [/[，。；：？！、（）] | [，。；：？！、）]/u, "no space beside full-width punctuation"],
  [new RegExp(`${han}\\.\\.\\.|\\.\\.\\.${han}`, "u"), "…… is the Chinese ellipsis"],
];

/** Chinese is set as Chinese; English holds no Han; no paragraph is left in the other language. */
export const typography: Check = {
  id: "typography",
  *run(subject) {
    yield* chinese(subject.zh);
    yield* english(subject.en);
  },
};

function* chinese(file: ContentFile): Generator<Fault> {
  const head = Object.values(file.frontmatter).map(String);
  const lines: [string, number][] = [
    ...head.map((text): [string, number] => [text, file.text.split("\n").findIndex((line) => line.includes(text)) + 1]),
    ...file.proseLines.map((text, index): [string, number] => [text, index + 1]),
  ];
  for (const [text, line] of lines) {
    // What stands in backticks is code; its ends still count as Latin. An element or a formula keeps its neighbours apart,
    // and a link's blanked address is no gap behind its text.
    const prose = text
      .replace(new RegExp(`\\s*${inlineMark}+\\s*`, "g"), inlineMark)
      .replace(/\] {2,}/g, "]")
      .replace(/`[^`]*`/g, (code) => `\`${"x".repeat(Math.max(0, code.length - 2))}\``);
    for (const [pattern, problem] of patterns) {
      const match = pattern.exec(prose.replace(/^\s*(?:[-*>|]|\d+\.)\s+/, "").replace(/\s\|\s?|\|/g, "\n"));
      if (match)
        yield { path: file.path, line: Math.max(1, line), problem: `“${context(text, match[0])}”`, tip: problem };
    }
    if (
      text.length > 80 &&
      !new RegExp(han, "u").test(text) &&
      /[a-z]{3,} [a-z]{3,} [a-z]{3,} [a-z]{3,} [a-z]{3,}/i.test(text.replace(/`[^`]*`/g, ""))
    )
      yield { path: file.path, line, problem: "this paragraph is not Chinese" };
  }
}

function* english(file: ContentFile): Generator<Fault> {
  for (const [index, text] of [...file.proseLines, ...Object.values(file.frontmatter).map(String)].entries()) {
    if (new RegExp(han, "u").test(text.replace(/`[^`]*`/g, "").replace(/“[^”]*”|"[^"]*"/g, "")))
      yield {
        path: file.path,
        line: Math.min(index + 1, file.proseLines.length),
        problem: "Han characters in English prose",
      };
  }
}

function context(text: string, match: string): string {
  const index = text.indexOf(match[0] ?? "");
  return text.slice(Math.max(0, index - 8), index + 12).trim() || match;
}
