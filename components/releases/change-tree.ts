/**
 * The list of what lies between two releases, as a tree of elements.
 *
 * A release's page is rendered from it at build time, the comparison of any two from the same tree in the browser.
 */

import { formatValue } from "@/lib/facts/format";
import type { Differences, FieldDifference, StateField } from "@/lib/history/history";

/** Texts only, so that they can stand in an attribute. */
export interface ChangeTexts {
  readonly added: string;
  readonly removed: string;
  readonly renamed: string;
  readonly changed: string;
  readonly default: string;
  readonly types: string;
  readonly choices: string;
  readonly nullable: string;
  readonly yes: string;
  readonly no: string;
  readonly anyValue: string;
  readonly withValues: string;
  readonly withoutValues: string;
  readonly replacedBy: string;
  readonly relations: Readonly<Record<string, string>>;
}

export interface ElementNode {
  readonly tag: "section" | "h2" | "ul" | "li" | "p" | "span" | "a" | "code";
  readonly className?: string;
  readonly id?: string;
  readonly href?: string;
  readonly children: readonly TreeNode[];
}
export type TreeNode = ElementNode | string;

export interface ChangeContext {
  readonly texts: ChangeTexts;
  /** The parameter's name in words; undefined where it has none. */
  readonly labelOf: (name: string) => string | undefined;
  readonly hrefOf: (name: string) => string;
}

/** What breaks a config first, what is new last; groups without entries are left out. */
export function changeTree(differences: Differences, context: ChangeContext): ElementNode[] {
  const { texts } = context;
  const { renamed, removed, changed, added } = differences;
  return [
    group(
      "renamed",
      texts.renamed,
      renamed.map((entry) => renamedItem(entry, context)),
    ),
    group(
      "removed",
      texts.removed,
      removed.map((entry) => removedItem(entry, context)),
    ),
    group(
      "changed",
      texts.changed,
      changed.map((entry) => changedItem(entry, context)),
    ),
    group(
      "added",
      texts.added,
      added.map((name) => item([...nameNodes(name, context)])),
    ),
  ].filter((section) => section !== null);
}

function group(id: string, title: string, items: readonly ElementNode[]): ElementNode | null {
  if (items.length === 0) return null;
  const count = element("span", [String(items.length)], "ms-2 text-base font-normal text-muted");
  return element("section", [
    { ...element("h2", [title, count], "mb-3 text-lg font-semibold"), id },
    element("ul", items, "grid gap-2 md:grid-cols-2"),
  ]);
}

function renamedItem({ from, to, changes }: Differences["renamed"][number], context: ChangeContext): ElementNode {
  return item([
    link(from, context),
    arrow(),
    ...nameNodes(to, context),
    ...changes.map((change) => fieldLine(change, context.texts)),
  ]);
}

function removedItem({ name, relation, replacedBy }: Differences["removed"][number], context: ChangeContext) {
  const { texts } = context;
  const reason = texts.relations[relation];
  const nodes: TreeNode[] = [...nameNodes(name, context)];
  if (reason !== undefined || replacedBy.length > 0) {
    const instead = replacedBy.flatMap((key): TreeNode[] => [" ", link(key, context)]);
    nodes.push(
      element(
        "p",
        [
          ...(reason === undefined ? [] : [reason]),
          ...(instead.length === 0 ? [] : [reason === undefined ? "" : " · ", texts.replacedBy, ...instead]),
        ],
        detailClass,
      ),
    );
  }
  return item(nodes);
}

function changedItem({ name, changes }: Differences["changed"][number], context: ChangeContext): ElementNode {
  return item([...nameNodes(name, context), ...changes.map((change) => fieldLine(change, context.texts))]);
}

const detailClass = "mt-1 text-[0.92rem] text-muted";

function fieldLine({ field, from, to }: FieldDifference, texts: ChangeTexts): ElementNode {
  const label = `${texts[field]} `;
  if (field === "choices" && Array.isArray(from) && Array.isArray(to)) {
    const without = from.filter((value) => !to.includes(value));
    const withNew = to.filter((value) => !from.includes(value));
    return element(
      "p",
      [
        label,
        ...(withNew.length > 0 ? [`${texts.withValues} `, ...codes(withNew)] : []),
        ...(without.length > 0 ? [withNew.length > 0 ? " · " : "", `${texts.withoutValues} `, ...codes(without)] : []),
      ],
      detailClass,
    );
  }
  return element("p", [label, valueNode(field, from, texts), arrow(), valueNode(field, to, texts)], detailClass);
}

function valueNode(field: StateField, value: unknown, texts: ChangeTexts): TreeNode {
  if (field === "nullable") return value === true ? texts.yes : texts.no;
  if (field === "choices" && value === null) return texts.anyValue;
  return code(fieldText(field, value));
}

/** A fact of a state as one writes it: `int | float`, `a / b`, `null`. */
export function fieldText(field: StateField, value: unknown): string {
  if (field === "types" && Array.isArray(value)) return value.join(" | ");
  if (field === "choices" && Array.isArray(value)) return value.map(formatValue).join(" / ");
  return value === "" ? '""' : formatValue(value);
}

function codes(values: readonly unknown[]): TreeNode[] {
  return values.flatMap((value, index) => [...(index > 0 ? [" "] : []), code(formatValue(value))]);
}

function nameNodes(name: string, context: ChangeContext): TreeNode[] {
  const label = context.labelOf(name);
  const nodes: TreeNode[] = [link(name, context)];
  return label === undefined || label === name ? nodes : [...nodes, " ", element("span", [label], "text-muted")];
}

function link(name: string, { hrefOf }: ChangeContext): ElementNode {
  return { ...element("a", [name], "font-mono text-[0.95em]"), href: hrefOf(name) };
}

function item(children: readonly TreeNode[]): ElementNode {
  return element("li", children, "card px-4 py-2");
}

function code(text: string): ElementNode {
  return element("code", [text], "text-ink");
}

function arrow(): ElementNode {
  return element("span", [" → "], "text-muted");
}

function element(tag: ElementNode["tag"], children: readonly TreeNode[], className?: string): ElementNode {
  return { tag, children, ...(className === undefined ? {} : { className }) };
}
