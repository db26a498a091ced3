/** The body of an MDX file as plain Markdown: what its elements show on the page stands there as text and links. */

import type { Heading, Nodes, Parent, PhrasingContent, Root, RootContent, Table } from "mdast";
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { type FactAspect, factAspects } from "@/lib/facts/aspect";
import { evidenceUrl, parseEvidence, shortEvidence } from "@/lib/sources";

export interface ProseContext {
  /** The text of a fact. @throws when no parameter has that name */
  readonly fact: (name: string, aspect: FactAspect) => string;
  /** Where `topic:lora`, `question:…` and `explain:…` lead; null for an ordinary address. */
  readonly resolve: (address: string) => string | null;
}

export interface ProseSection {
  /** Null for what stands before the first heading. */
  readonly id: string | null;
  readonly title: string | null;
  readonly markdown: string;
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkMdx);
const writer = unified()
  .use(remarkStringify, { bullet: "-", emphasis: "*", rule: "-", resourceLink: true })
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkMath);

/** Parsing MDX is slow, and a page, the API and the files for language models want the same text. */
const known = new WeakMap<ProseContext, Map<string, readonly ProseSection[]>>();

/** One entry per heading of the second level. */
export function proseSections(body: string, context: ProseContext): readonly ProseSection[] {
  const sections = known.get(context) ?? new Map<string, readonly ProseSection[]>();
  known.set(context, sections);
  const found = sections.get(body) ?? readSections(body, context);
  sections.set(body, found);
  return found;
}

function readSections(body: string, context: ProseContext): ProseSection[] {
  const tree = parser.parse(body);
  const sections: { id: string | null; title: Heading | null; children: RootContent[] }[] = [];
  for (const node of tree.children) {
    if (node.type === "heading" && node.depth === 2) sections.push({ id: takeId(node), title: node, children: [] });
    else {
      if (sections.length === 0) sections.push({ id: null, title: null, children: [] });
      sections.at(-1)?.children.push(node);
    }
  }
  return sections.map(({ id, title, children }) => ({
    id,
    title: title === null ? null : write(title.children, context).replace(/^#+ /, ""),
    markdown: write(children, context),
  }));
}

export function proseMarkdown(body: string, context: ProseContext): string {
  return sectionsMarkdown(proseSections(body, context));
}

export function sectionsMarkdown(sections: readonly ProseSection[]): string {
  return sections.map(({ title, markdown }) => (title === null ? markdown : `## ${title}\n\n${markdown}`)).join("\n\n");
}

function write(children: readonly (RootContent | PhrasingContent)[], context: ProseContext): string {
  const isPhrasing = children.every((node) => node.type === "text" || node.type === "inlineCode");
  const tree: Root = {
    type: "root",
    children:
      isPhrasing && children.length > 0
        ? [{ type: "paragraph", children: children as PhrasingContent[] }]
        : (children as RootContent[]),
  };
  plain(tree, context);
  visit(tree, "table", withoutEmptyColumns);
  return writer.stringify(tree).trim();
}

/** Replaces, in place, what only MDX knows. */
function plain(node: Nodes, context: ProseContext): void {
  if (node.type === "heading") takeId(node);
  if (node.type === "link" || node.type === "definition") node.url = context.resolve(node.url) ?? node.url;
  if (!("children" in node)) return;
  const parent = node as Parent;
  parent.children = parent.children.flatMap((child): RootContent[] => {
    plain(child, context);
    switch (child.type) {
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        return plainElement(child, context);
      case "mdxFlowExpression":
      case "mdxTextExpression":
        // A comment; prose holds no other expression.
        return [];
      default:
        return [child];
    }
  });
}

function plainElement(element: MdxJsxFlowElement | MdxJsxTextElement, { fact }: ProseContext): RootContent[] {
  const attribute = (name: string): string => {
    const found = element.attributes.find((entry): entry is MdxJsxAttribute => "name" in entry && entry.name === name);
    if (typeof found?.value !== "string") throw new Error(`<${element.name}> needs ${name}="…"`);
    return found.value;
  };
  switch (element.name) {
    case "Fact": {
      const show = factAspects.find((aspect) => aspect === attribute("show"));
      if (show === undefined) throw new Error(`<Fact show="${attribute("show")}"> shows nothing known`);
      return [{ type: "inlineCode", value: fact(attribute("of"), show) }];
    }
    case "Source": {
      const evidence = parseEvidence(attribute("at"));
      if (evidence === null) throw new Error(`<Source at="${attribute("at")}"> has none of the known forms`);
      const link: RootContent = {
        type: "link",
        url: evidenceUrl(evidence),
        children: [{ type: "text", value: shortEvidence(evidence) }],
      };
      return [{ type: "text", value: "(" }, link, { type: "text", value: ")" }];
    }
    case "ComparisonTable":
      return element.children as RootContent[];
    case "ScheduleCurve":
      // A drawing; the columns beside it say in words what it shows.
      return [];
    default:
      throw new Error(`no Markdown form for <${element.name}>`);
  }
}

/** A column of drawings has nothing left but its heading. */
function withoutEmptyColumns(table: Table): void {
  const [head, ...body] = table.children;
  const isEmpty = (head?.children ?? []).map((_, index) =>
    body.every((row) => (row.children[index]?.children.length ?? 0) === 0),
  );
  if (body.length === 0 || !isEmpty.includes(true)) return;
  for (const row of table.children) row.children = row.children.filter((_, index) => isEmpty[index] !== true);
  if (table.align) table.align = table.align.filter((_, index) => isEmpty[index] !== true);
}

/** The id of `## What it does [#what]`, which is taken off the heading. */
function takeId(heading: Heading): string | null {
  const last = heading.children.at(-1);
  if (last?.type !== "text") return null;
  const match = /\s*\[#([\w-]+)\]\s*$/.exec(last.value);
  if (!match?.[1]) return null;
  last.value = last.value.slice(0, match.index);
  return match[1];
}
