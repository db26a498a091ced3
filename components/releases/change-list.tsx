import { createElement, type ReactNode } from "react";
import type { Differences } from "@/lib/history/history";
import { type ChangeContext, changeTree, type TreeNode } from "./change-tree";

/** What lies between two releases; `empty` is said where that is nothing. */
export function ChangeList({
  differences,
  context,
  empty,
}: {
  differences: Differences;
  context: ChangeContext;
  empty: string;
}) {
  const tree = changeTree(differences, context);
  return tree.length === 0 ? <p className="text-muted">{empty}</p> : tree.map(toReact);
}

function toReact(node: TreeNode, key: number): ReactNode {
  if (typeof node === "string") return node;
  const { tag, children, ...attributes } = node;
  return createElement(tag, { ...attributes, key }, ...children.map(toReact));
}
