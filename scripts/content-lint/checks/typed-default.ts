import type { Check } from "../check";

const patterns = [
  /默认(?:值)?(?:是|为|取|＝|=)\s*`?(?:-?\d[\d.e-]*|true|false)(?![\w.])/iu,
  /\bdefaults? (?:is|to|of|value is|value of)\s+`?(?:-?\d[\d.e-]*|true|false)\b/i,
];

/** Prose never spells out a default: `<Fact>` shows it, so that it cannot go stale. */
export const typedDefault: Check = {
  id: "typed-default",
  *run(subject) {
    if (subject.kind !== "parameters") return;
    for (const file of [subject.zh, subject.en]) {
      for (const [index, line] of file.proseLines.entries()) {
        const match = patterns.map((pattern) => pattern.exec(line)).find(Boolean);
        if (match && !file.text.split("\n")[index]?.includes("other-default"))
          yield {
            path: file.path,
            line: index + 1,
            problem: `“${match[0]}” is typed by hand`,
            tip: `write <Fact of="…" show="default" />; if it is another program's default, end the line with {/* other-default */}`,
          };
      }
    }
  },
};
