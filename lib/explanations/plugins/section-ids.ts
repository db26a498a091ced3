import type { Heading, Root } from "mdast";
import { visit } from "unist-util-visit";

/** `## What it does [#what]` → a heading with that id: ids are written, so they are the same in both languages. */
export function remarkSectionIds() {
  return (tree: Root) => {
    visit(tree, "heading", (heading: Heading) => {
      const last = heading.children.at(-1);
      if (last?.type !== "text") return;
      const match = /\s*\[#([\w-]+)\]\s*$/.exec(last.value);
      if (!match?.[1]) return;
      last.value = last.value.slice(0, match.index);
      heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id: match[1] } };
    });
  };
}
