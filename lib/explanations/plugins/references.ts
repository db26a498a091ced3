import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

/** Turns what prose names into where it leads; null when the text names nothing that has a page. */
export type ResolveReference = (text: string) => string | null;

/**
 * Links inline code that is a parameter, a `parameter: value` or an environment switch, and `topic:` / `question:` links.
 * Authors write `lora_rank` in backticks and need not know any address. Code inside a link or heading stays as it is.
 */
export function rehypeReferences({ resolve }: { resolve: ResolveReference }) {
  return (tree: Root) => {
    visit(tree, "element", (node, index, parent) => {
      if (node.tagName === "pre" || /^h[1-6]$/.test(node.tagName)) return SKIP;
      if (node.tagName === "a") {
        const href = resolve(String(node.properties.href));
        if (href !== null) node.properties.href = href;
        return SKIP;
      }
      if (node.tagName !== "code" || parent === undefined || index === undefined) return;
      const href = resolve(textOf(node));
      if (href === null) return;
      const link: Element = {
        type: "element",
        tagName: "a",
        properties: { href, className: ["ref"] },
        children: [node],
      };
      parent.children[index] = link;
      return SKIP;
    });
  };
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return node.type === "element" ? node.children.map(textOf).join("") : "";
}
