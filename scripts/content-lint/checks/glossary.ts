import { readFileSync } from "node:fs";
import { parse } from "yaml";
import * as z from "zod";
import { once } from "@/lib/once";
import type { Check } from "../check";

const entry = z.strictObject({ en: z.string(), zh: z.string(), avoid: z.array(z.string()) });
const loadGlossary = once(() => z.array(entry).parse(parse(readFileSync("content/glossary.yaml", "utf8"))));

/** One Chinese term per concept. */
export const glossary: Check = {
  id: "glossary",
  *run({ zh }) {
    const lines = [...zh.proseLines, ...Object.values(zh.frontmatter).map(String)];
    for (const [index, line] of lines.entries()) {
      for (const { zh: term, avoid } of loadGlossary()) {
        const found = avoid.find((word) => line.includes(word));
        // A word in quotation marks is spoken about, not used.
        if (found && !new RegExp(`[“《][^”》]*${found}`).test(line))
          yield {
            path: zh.path,
            line: Math.min(index + 1, zh.proseLines.length),
            problem: `“${found}”`,
            tip: `our term is ${term}`,
          };
      }
    }
  },
};
