import { element } from "./element";
import type { SearchTexts } from "./texts";

/**
 * The search dialog with its field alone, small enough for every page's script: it opens with the key that asks for it, and what is
 * typed while the rest is being loaded is typed into it.
 */
export class SearchShell {
  readonly texts = JSON.parse(
    document.querySelector<HTMLElement>("[data-search-texts]")?.dataset.searchTexts ?? "{}",
  ) as SearchTexts;
  readonly input = element("input", {
    type: "text",
    role: "combobox",
    class: "search-input",
    placeholder: this.texts.placeholder,
    "aria-label": this.texts.title,
    "aria-expanded": "false",
    "aria-autocomplete": "list",
    autocomplete: "off",
    autocapitalize: "off",
    autocorrect: "off",
    spellcheck: "false",
    enterkeyhint: "go",
  });
  readonly note = element("p", { class: "search-note" }, this.texts.loading);
  readonly dialog: HTMLDialogElement;
  /** What had the focus, and gets it back. */
  opener: Element | null = null;

  constructor() {
    const close = element("button", { type: "button", class: "button" }, this.texts.close);
    close.addEventListener("click", () => this.dialog.close());
    this.dialog = element(
      "dialog",
      { class: "search-dialog", "aria-label": this.texts.title },
      element("div", { class: "search-head", role: "search" }, this.input, close),
      this.note,
    );
    document.body.append(this.dialog);
  }

  open(query?: string): void {
    if (!this.dialog.open) {
      this.opener = document.activeElement;
      this.dialog.showModal();
    }
    this.input.focus();
    if (query === undefined) this.input.select();
    else this.input.value = query;
  }
}
