/**
 * The search dialog: a combobox over a list box, completed when it is first opened.
 *
 * The focus stays in the text field; `aria-activedescendant` says which result Enter would open. While an input method composes,
 * nothing happens: half-typed pinyin is no query, and the Enter that takes a candidate opens nothing.
 */

import { replaceAddress } from "@/components/site/quiet-address";
import type { SearchEngine } from "@/lib/search/engine";
import { element } from "./element";
import { loadEngine } from "./load-engine";
import { type DrawnOption, resultOptions } from "./results-list";
import type { SearchShell } from "./shell";

const listId = "search-results";
/** Long enough for a pasted line, short enough for an address. */
const longestShared = 300;
/** Often enough to be heard, seldom enough not to talk over the typing. */
const announceDelayMilliseconds = 400;
/** As many as the window shows; the others are drawn once these can be seen. */
const optionsInSight = 8;

let search: SearchDialog | undefined;

/** Searches for what is in the field of the dialog, now that it is open. */
export function attend(shell: SearchShell): void {
  search ??= new SearchDialog(shell);
  search.attend();
}

class SearchDialog {
  readonly #shell: SearchShell;
  readonly #texts: SearchShell["texts"];
  readonly #input: HTMLInputElement;
  readonly #dialog: HTMLDialogElement;
  readonly #list = element("div", { role: "listbox", id: listId, class: "search-list" });
  readonly #examples = element("p", { class: "search-examples" });
  readonly #status = element("p", { role: "status", "aria-live": "polite", class: "sr-only" });
  #engine: SearchEngine | undefined;
  #options: HTMLAnchorElement[] = [];
  /** Results that are still to be drawn. */
  #pending: Iterator<DrawnOption> | undefined;
  #active = -1;
  /** What was pasted with its line breaks, which the field cannot hold; a traceback is read by its lines. */
  #pasted: { readonly shown: string; readonly text: string } | undefined;
  #searched: string | undefined;
  #announcement: ReturnType<typeof setTimeout> | undefined;

  constructor(shell: SearchShell) {
    this.#shell = shell;
    this.#texts = shell.texts;
    this.#input = shell.input;
    this.#dialog = shell.dialog;
    this.#list.setAttribute("aria-label", this.#texts.title);
    this.#input.setAttribute("aria-controls", listId);
    this.#input.setAttribute("aria-describedby", "search-hint");
    this.#dialog.append(
      this.#examples,
      this.#list,
      element("p", { class: "search-hint", id: "search-hint" }, this.#texts.hint),
      this.#status,
    );

    for (const example of this.#texts.examples) {
      const button = element("button", { type: "button", class: "chip" }, example);
      button.addEventListener("click", () => {
        this.#input.value = example;
        this.#input.focus();
        this.#find();
      });
      this.#examples.append(button);
    }
    this.#dialog.addEventListener("close", () => this.#closed());
    this.#dialog.addEventListener("click", (event) => this.#onClick(event));
    this.#dialog.addEventListener("keydown", (event) => this.#onKey(event));
    this.#input.addEventListener("input", (event) => {
      if (!(event as InputEvent).isComposing) this.#find();
    });
    this.#input.addEventListener("compositionend", () => this.#find());
    this.#input.addEventListener("paste", (event) => this.#onPaste(event));
    this.#list.addEventListener("pointermove", (event) => {
      const option = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("[role=option]") : null;
      if (option !== null) this.#activate(this.#options.indexOf(option), false);
    });
  }

  attend(): void {
    // Closed again before all was there.
    if (!this.#dialog.open) return;
    this.#examples.hidden = this.#input.value.trim() !== "";
    this.#load();
  }

  async #load(): Promise<void> {
    if (this.#engine === undefined) {
      this.#say(this.#texts.loading);
      try {
        this.#engine = await loadEngine();
      } catch {
        this.#say(this.#texts.failed);
        return;
      }
    }
    this.#searched = undefined;
    this.#find();
  }

  #find(): void {
    const shown = this.#input.value.trim();
    const query = this.#pasted?.shown === shown ? this.#pasted.text : shown;
    if (this.#engine === undefined || query === this.#searched) return;
    this.#searched = query;
    share(shown);
    this.#examples.hidden = query !== "";
    if (query === "") {
      this.#show([].values());
      this.#say(this.#texts.empty);
      return;
    }
    const answer = this.#engine.search(query);
    this.#show(resultOptions(answer, this.#engine, this.#texts));
    const count = answer.results.length;
    this.#say(
      answer.isNearest
        ? this.#texts.nearest
        : count === 1
          ? this.#texts.countOne
          : this.#texts.count.replace("{}", String(count)),
    );
  }

  #show(results: Iterator<DrawnOption>): void {
    // While the old results stand: after the change the browser would have to lay out at once what it may lay out later.
    this.#list.scrollTop = 0;
    this.#list.replaceChildren();
    this.#options = [];
    this.#pending = results;
    this.#draw(optionsInSight);
    this.#active = -1;
    this.#input.setAttribute("aria-expanded", String(this.#options.length > 0));
    this.#activate(0, false);
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (this.#pending === results) this.#draw();
      }),
    );
  }

  /** Draws that many more of the results, or all of them. */
  #draw(count = Number.POSITIVE_INFINITY): void {
    for (let drawn = 0; drawn < count; drawn += 1) {
      const { value, done } = this.#pending?.next() ?? { done: true };
      if (done) {
        this.#pending = undefined;
        return;
      }
      if (!value.group.isConnected) this.#list.append(value.group);
      value.option.id = `search-option-${this.#options.length}`;
      value.group.append(value.option);
      this.#options.push(value.option);
    }
  }

  #activate(index: number, scroll = true): void {
    this.#options[this.#active]?.setAttribute("aria-selected", "false");
    const option = this.#options[index];
    this.#active = option === undefined ? -1 : index;
    if (option === undefined) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    this.#input.setAttribute("aria-activedescendant", option.id);
    if (scroll) option.scrollIntoView({ block: "nearest" });
  }

  #onKey(event: KeyboardEvent): void {
    // Safari ends the composition before the key that ended it; 229 still tells.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.#dialog.close();
      return;
    }
    if (event.target !== this.#input || event.altKey || event.shiftKey) return;
    // Whatever the key leads to is there to be led to.
    if (event.key === "End" || event.key.startsWith("Arrow")) this.#draw();
    const count = this.#options.length;
    const isWithModifier = event.ctrlKey || event.metaKey;
    if (event.key === "Enter") {
      event.preventDefault();
      this.#openActive(isWithModifier);
      return;
    }
    if (isWithModifier || count === 0) return;
    const moves: Record<string, number> = {
      ArrowDown: (this.#active + 1) % count,
      ArrowUp: (this.#active - 1 + count) % count,
      Home: 0,
      End: count - 1,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#activate(next);
  }

  #openActive(inNewTab: boolean): void {
    const option = this.#options[this.#active];
    if (option === undefined) return;
    if (inNewTab) window.open(option.href, "_blank", "noopener");
    else option.click();
  }

  #onClick(event: MouseEvent): void {
    // A click on the backdrop has the dialog itself as its target.
    if (event.target === this.#dialog) this.#dialog.close();
    const option = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("[role=option]") : null;
    if (option === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // Another page replaces this one, query and all, so that Back returns to the results; on the same page they would stay.
    if (option.pathname === location.pathname) {
      this.#shell.opener = null;
      this.#dialog.close();
    }
  }

  #onPaste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!text.includes("\n")) return;
    event.preventDefault();
    this.#input.setRangeText(text.replace(/\s+/g, " ").trim(), 0, this.#input.value.length, "end");
    this.#pasted = { shown: this.#input.value.trim(), text };
    this.#find();
  }

  #closed(): void {
    share("");
    // Where nothing had the focus, the browser keeps the place by itself.
    const { opener } = this.#shell;
    if (opener instanceof HTMLElement && opener !== document.body) opener.focus({ preventScroll: true });
  }

  #say(sentence: string): void {
    this.#shell.note.textContent = sentence;
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => {
      this.#status.textContent = sentence;
    }, announceDelayMilliseconds);
  }
}

/** Keeps the query in the address, so that a search can be sent on. On a page with a table `?q=` is the table's own filter. */
function share(query: string): void {
  if (document.querySelector("[data-table-filter]") !== null) return;
  replaceAddress(() => {
    const url = new URL(location.href);
    if (query === "") url.searchParams.delete("q");
    else url.searchParams.set("q", query.slice(0, longestShared));
    return url.href;
  });
}
