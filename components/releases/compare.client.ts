/** The comparison of any two releases: reads the choice from the address, fetches the histories once, rebuilds the list. */

import { differences, type Histories } from "@/lib/history/history";
import { urls } from "@/lib/urls";
import { announce } from "../site/announce";
import { type ChangeContext, type ChangeTexts, changeTree, type TreeNode } from "./change-tree";
import { loadHistories } from "./fetch-histories";

interface CompareTexts {
  readonly changes: ChangeTexts;
  readonly same: string;
  readonly failed: string;
}

export function enableCompare(form: HTMLFormElement): void {
  const output = document.querySelector<HTMLElement>("[data-compare-result]");
  const [from, to] = form.querySelectorAll("select");
  if (output === null || from === undefined || to === undefined) return;
  const texts = JSON.parse(form.dataset.texts ?? "{}") as CompareTexts;
  const language = document.documentElement.dataset.language === "zh" ? "zh" : "en";

  const readAddress = () => {
    const parameters = new URLSearchParams(location.search);
    choose(from, parameters.get("from"));
    choose(to, parameters.get("to"));
  };
  const show = async () => {
    try {
      const { histories, labels } = await loadHistories(language);
      const context: ChangeContext = {
        texts: texts.changes,
        labelOf: (name) => labels[name],
        hrefOf: (name) => urls.parameter(language, name),
      };
      output.replaceChildren(...listOf(histories, from.value, to.value, context, texts.same));
      announce(`${from.value} → ${to.value}`);
    } catch {
      output.replaceChildren(paragraph(texts.failed));
      announce(texts.failed);
    }
    const copy = form.querySelector<HTMLElement>("[data-copy]");
    if (copy) copy.dataset.copyValue = location.href;
  };
  const choice = () => {
    history.pushState(history.state, "", urls.compareReleases(language, from.value, to.value));
    show();
  };

  form.addEventListener("change", choice);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choice();
  });
  form.querySelector("[data-swap]")?.addEventListener("click", () => {
    [from.value, to.value] = [to.value, from.value];
    choice();
  });
  addEventListener("popstate", () => {
    readAddress();
    show();
  });
  // Without a query the page already shows the newest release against the one before it.
  readAddress();
  if (location.search !== "") show();
}

/** Leaves the selection alone where the address names no release that there is. */
function choose(select: HTMLSelectElement, tag: string | null): void {
  if (tag !== null && [...select.options].some(({ value }) => value === tag)) select.value = tag;
}

function listOf(histories: Histories, from: string, to: string, context: ChangeContext, same: string): Node[] {
  const tree = changeTree(differences(histories, from, to), context);
  return tree.length === 0 ? [paragraph(same)] : tree.map(toDom);
}

function paragraph(text: string): HTMLElement {
  const node = document.createElement("p");
  node.className = "text-muted";
  node.textContent = text;
  return node;
}

function toDom(node: TreeNode): Node {
  if (typeof node === "string") return document.createTextNode(node);
  const { tag, className, id, href, children } = node;
  const made = document.createElement(tag);
  if (className !== undefined) made.className = className;
  if (id !== undefined) made.id = id;
  if (href !== undefined) made.setAttribute("href", href);
  made.append(...children.map(toDom));
  return made;
}
