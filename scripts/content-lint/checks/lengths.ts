import { isInDepth, type Level } from "@/lib/explanations/vocabulary";
import type { Check, ContentFile } from "../check";

/** A summary answers in one sentence; an explanation is neither a stub nor an essay. */
export const lengths: Check = {
  id: "lengths",
  *run(subject) {
    for (const file of [subject.zh, subject.en]) {
      const { summary = "", label = "", title = "" } = file.frontmatter;
      const [least, most] = file.language === "zh" ? [14, 90] : [40, 200];
      if (summary.length < least || summary.length > most)
        yield at(file, "summary:", `summary has ${summary.length} characters`, `${least} to ${most}`);
      if (!/[。.]$/.test(summary)) yield at(file, "summary:", "summary does not end with a full stop");
      const name = label || title;
      const limit = file.language === "zh" ? 24 : 60;
      if (name.length > limit)
        yield at(file, label ? "label:" : "title:", `${name.length} characters`, `at most ${limit}`);
    }
    if (subject.kind !== "parameters") return;
    const words = wordCount(subject.en);
    const [least, most] = isInDepth(subject.meta.level as Level) ? [140, 480] : [50, 260];
    if (words < least || words > most)
      yield {
        path: subject.en.path,
        line: 1,
        problem: `${words} words at level ${subject.meta.level}`,
        tip: `${least} to ${most}`,
      };
  },
};

export function wordCount(file: ContentFile): number {
  const prose = file.proseLines.join(" ");
  if (file.language === "en") return prose.split(/\s+/).filter((word) => /\w/.test(word)).length;
  return (prose.match(/\p{Script=Han}|[\w.-]+/gu) ?? []).length;
}

function at(file: ContentFile, needle: string, problem: string, tip?: string) {
  const line = file.text.split("\n").findIndex((text) => text.startsWith(needle)) + 1;
  return { path: file.path, line: Math.max(1, line), problem, ...(tip === undefined ? {} : { tip }) };
}
