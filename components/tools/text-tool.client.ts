/** Pages on which a text goes in and a text with a report comes out: what they have in common in the browser. */

import { fill } from "@/lib/i18n/fill";
import { isLanguage, type Language } from "@/lib/i18n/languages";
import { announce } from "../site/announce";
import type { ToolScriptTexts } from "./text-tool";

export interface ReportItem {
  readonly label: string;
  readonly message: string;
  readonly line: number | null;
  readonly source: { readonly text: string; readonly url: string } | null;
  /** Nothing was settled: the reader has to decide. */
  readonly isOpen: boolean;
}

export interface ToolResult {
  /** Null where the text could not be read. */
  readonly text: string | null;
  readonly problem: string | null;
  readonly isRewritten: boolean;
  readonly items: readonly ReportItem[];
}

export type Tool = (text: string, choices: Readonly<Record<string, string>>, language: Language) => Promise<ToolResult>;

/** After this many milliseconds without a key press the result is computed. */
const pause = 250;
/** The text is read where the page is drawn; a longer one would hold it up for seconds. */
const mostCharacters = 500_000;

export function enableTextTool(form: HTMLFormElement, run: Tool): void {
  const input = form.querySelector<HTMLTextAreaElement>("textarea[name=text]");
  const output = form.querySelector<HTMLTextAreaElement>("[data-output]");
  if (input === null || output === null) return;
  const texts = JSON.parse(form.dataset.texts ?? "{}") as ToolScriptTexts;
  const { language: own = "" } = document.documentElement.dataset;
  const language = isLanguage(own) ? own : "en";
  const storageKey = `param-atlas-${form.dataset.textTool}`;
  let turn = 0;

  const compute = async () => {
    save(storageKey, input.value);
    turn += 1;
    const mine = turn;
    if (input.value.trim() === "") {
      show(form, output, texts, null);
      return;
    }
    if (input.value.length > mostCharacters) {
      showProblem(form, texts.tooLong);
      return;
    }
    try {
      const result = await run(input.value, choicesOf(form), language);
      // A slower answer to an older text must not replace a newer one.
      if (mine === turn) show(form, output, texts, result);
    } catch (error) {
      console.error(error);
      if (mine === turn) showProblem(form, texts.failed);
    }
  };

  let timer: ReturnType<typeof setTimeout> | undefined;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(compute, pause);
  });
  form.addEventListener("change", (event) => {
    if (event.target === input) return;
    rememberChoices(form);
    compute();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-clear]")?.addEventListener("click", () => {
    input.value = "";
    input.focus();
    compute();
  });

  readChoices(form);
  // What the reader typed while the script was on its way counts more than what was kept.
  if (input.value === "") input.value = restore(storageKey);
  if (input.value !== "") compute();
}

function choicesOf(form: HTMLFormElement): Record<string, string> {
  const choices: Record<string, string> = {};
  for (const [name, value] of new FormData(form))
    if (name !== "text" && typeof value === "string") choices[name] = value;
  return choices;
}

/** The choices stand in the address, the text does not: it may be long, and it is the reader's. */
function rememberChoices(form: HTMLFormElement): void {
  const query = new URLSearchParams(choicesOf(form)).toString();
  history.replaceState(history.state, "", `${location.pathname}?${query}${location.hash}`);
}

function readChoices(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search);
  for (const select of form.querySelectorAll("select")) {
    const value = query.get(select.name);
    if (value !== null && [...select.options].some((option) => option.value === value)) select.value = value;
  }
  for (const box of form.querySelectorAll<HTMLInputElement>("input[type=checkbox]"))
    if (query.has(box.name)) box.checked = query.get(box.name) === box.value;
}

function show(form: HTMLFormElement, output: HTMLTextAreaElement, texts: ToolScriptTexts, result: ToolResult | null) {
  const report = form.querySelector<HTMLElement>("[data-report]");
  const note = form.querySelector<HTMLElement>("[data-note]");
  const items = form.querySelector<HTMLElement>("[data-items]");
  if (report === null || note === null || items === null) return;
  if (result !== null && result.text === null) {
    // The last good result stays in sight while the text is being mended.
    showProblem(form, fill(texts.problem, { problem: result.problem ?? "" }));
    return;
  }
  showProblem(form, null);
  output.value = result?.text ?? "";
  const copy = form.querySelector<HTMLElement>("[data-copy]");
  if (copy) copy.dataset.copyValue = output.value;
  report.hidden = result === null;
  if (result === null) return;
  items.replaceChildren(...result.items.map((item) => itemNode(item, texts)));
  note.textContent = result.isRewritten ? texts.rewritten : result.items.length === 0 ? texts.nothing : "";
  note.hidden = note.textContent === "";
  announce(note.textContent || String(result.items.length));
}

function showProblem(form: HTMLFormElement, text: string | null): void {
  const problem = form.querySelector<HTMLElement>("[data-problem]");
  if (problem === null) return;
  problem.textContent = text ?? "";
  problem.hidden = text === null;
}

function itemNode({ label, message, line, source, isOpen }: ReportItem, texts: ToolScriptTexts): HTMLElement {
  const item = element("li", isOpen ? "border-s-4 border-accent ps-3" : "border-s-4 border-line ps-3");
  const head = element("p", "flex flex-wrap items-baseline gap-2 text-sm");
  head.append(element("span", "chip", label));
  if (isOpen) head.append(element("span", "font-semibold", texts.open));
  if (line !== null) head.append(element("span", "text-muted", fill(texts.line, { line })));
  item.append(head, element("p", "break-words", message));
  if (source !== null) {
    const link = element("a", "break-all", source.text) as HTMLAnchorElement;
    link.href = source.url;
    const place = element("p", "text-sm text-muted", `${texts.source}: `);
    place.append(link);
    item.append(place);
  }
  return item;
}

function element(tag: string, className: string, text?: string): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

// A browser may refuse storage altogether; then the text simply is not kept.

function save(key: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {}
}

function restore(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
