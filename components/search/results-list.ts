import type { SearchAnswer, SearchEngine, SearchResult } from "@/lib/search/engine";
import type { EntryKind } from "@/lib/search/entry";
import { element } from "./element";
import type { SearchTexts } from "./texts";

export interface DrawnOption {
  /** What the option belongs in; the same element for all of a kind. */
  readonly group: HTMLElement;
  readonly option: HTMLAnchorElement;
}

/**
 * Options of the list box from top to bottom, each built when it is asked for. They are grouped by kind; the group with the best result
 * comes first, so the first option is the best.
 */
export function* resultOptions(answer: SearchAnswer, engine: SearchEngine, texts: SearchTexts): Generator<DrawnOption> {
  const groups = new Map<EntryKind, SearchResult[]>();
  for (const result of answer.results) groups.set(result.kind, [...(groups.get(result.kind) ?? []), result]);

  const marked = (text: string) => markedText(text, engine.mark(text, answer.terms));
  for (const [kind, results] of groups) {
    const group = element(
      "div",
      { role: "group", "aria-labelledby": `search-group-${kind}` },
      element("div", { role: "presentation", id: `search-group-${kind}`, class: "search-group" }, texts.kinds[kind]),
    );
    for (const result of results) yield { group, option: resultOption(result, marked, texts) };
  }
}

function resultOption(
  result: SearchResult,
  marked: (text: string) => DocumentFragment,
  texts: SearchTexts,
): HTMLAnchorElement {
  const { kind, title, label, summary, detail, url, parameters, reason } = result;
  const isCode = kind === "parameter" || kind === "value" || kind === "environment";
  const answers = kind === "question" || kind === "topic" || kind === "message";
  return element(
    "a",
    { role: "option", href: url, class: "search-result", tabindex: "-1", "aria-selected": "false" },
    element(
      "span",
      { class: "search-result-head" },
      element("span", { class: isCode ? "search-result-key" : "search-result-title" }, marked(title)),
      label === null ? null : element("span", {}, marked(label)),
      detail === null ? null : element("span", { class: "search-result-detail" }, detail),
    ),
    element(
      "span",
      { class: "search-result-text" },
      element("span", { class: "search-reason" }, texts.reasons[reason.field]),
      " ",
      marked(reason.text ?? summary ?? ""),
    ),
    answers && parameters.length > 0
      ? element(
          "span",
          { class: "search-result-parameters" },
          ...parameters.flatMap((name, index) => [index > 0 ? " " : null, element("code", {}, marked(name))]),
        )
      : null,
  );
}

function markedText(text: string, ranges: readonly (readonly [number, number])[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  let at = 0;
  for (const [start, end] of ranges) {
    fragment.append(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  fragment.append(text.slice(at));
  return fragment;
}
