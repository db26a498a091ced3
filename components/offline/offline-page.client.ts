/** The page of offline copies: what is here, and the control that keeps everything in the page's language. */

import { element } from "@/components/search/element";
import { announce } from "@/components/site/announce";
import { pageLanguage } from "@/components/site/page-language";
import { offlineMessages } from "@/lib/i18n/messages/offline";
import type { AvailablePage, KeepingList, KeptFile } from "@/lib/offline/protocol";
import { basePath, urls } from "@/lib/urls";
import { askWorker, OfflineError, register } from "./ask-worker";

const filesAtATime = 4;

export async function enableOfflinePage(page: HTMLElement): Promise<void> {
  const control = new KeepingControl(page);
  showWhetherMissing();
  try {
    await register();
  } catch {
    for (const part of page.querySelectorAll<HTMLElement>("[data-all], [aria-labelledby=available]"))
      part.hidden = true;
    const note = page.querySelector<HTMLElement>("[data-unsupported]");
    if (note !== null) note.hidden = false;
    return;
  }
  await control.showState();
}

/** The worker answers with this page where it has no other: the address then is not this page's own. */
function showWhetherMissing(): void {
  const box = document.querySelector<HTMLElement>("[data-missing]");
  const path = location.pathname.replace(/\/$|\.html$/, "");
  if (box === null || path === urls.offline(pageLanguage())) return;
  box.hidden = false;
  const shown = box.querySelector("[data-missing-path]");
  if (shown !== null) shown.textContent = decodeURI(path);
  box.querySelector("[data-retry]")?.addEventListener("click", () => location.reload());
  announce(box.querySelector("h2")?.textContent ?? "");
}

class KeepingControl {
  readonly #language = pageLanguage();
  readonly #texts = offlineMessages[this.#language];
  readonly #page: HTMLElement;
  #list: KeepingList | null = null;
  #isCancelled = false;

  constructor(page: HTMLElement) {
    this.#page = page;
    this.#part("start").addEventListener("click", () => this.#keepAll());
    this.#part("cancel").addEventListener("click", () => {
      this.#isCancelled = true;
    });
    this.#part("remove").addEventListener("click", async () => {
      await askWorker("forget", { language: this.#language });
      await this.showState(this.#texts.all.removed);
      this.#part("start").focus();
    });
  }

  #part(name: string): HTMLElement {
    const found = this.#page.querySelector<HTMLElement>(`[data-${name}]`);
    if (found === null) throw new Error(`the page has no [data-${name}]`);
    return found;
  }

  /** @param outcome what just happened, said before how things stand */
  async showState(outcome = ""): Promise<void> {
    const { all } = this.#texts;
    const { kind, savedAt } = await askWorker("state", { language: this.#language });
    this.#list = await loadList(this.#language);
    const size =
      this.#list === null ? all.unknown : all.size(String(this.#list.pages.length), megabytes(this.#list.bytes));
    const date = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium" });
    const states = { none: size, partial: `${all.partial} ${size}`, complete: all.done(date.format(savedAt)) };
    this.#say([outcome, states[kind]].filter(Boolean).join(" "), outcome !== "");
    const start = this.#part("start");
    start.hidden = kind === "complete" || this.#list === null;
    start.textContent = kind === "partial" ? all.resume : all.start;
    this.#part("remove").hidden = kind === "none";
    this.#part("cancel").hidden = true;
    this.#part("progress").hidden = true;
    this.#showPages(await askWorker("list", { language: this.#language }));
  }

  async #keepAll(): Promise<void> {
    const list = this.#list;
    if (list === null) return;
    this.#isCancelled = false;
    const cancel = this.#part("cancel");
    cancel.hidden = false;
    cancel.focus();
    for (const name of ["start", "remove"]) this.#part(name).hidden = true;
    this.#part("progress").hidden = false;
    // Asks that the browser not clear it by itself; it works without the promise too.
    navigator.storage?.persist?.().catch(() => {});
    const { all } = this.#texts;
    let outcome: string;
    try {
      await this.#keepFiles(list, [...list.packs, ...list.files]);
      if (this.#isCancelled) await askWorker("forget", { language: this.#language });
      else await askWorker("finish", { language: this.#language, list });
      outcome = this.#isCancelled ? all.cancelled : "";
    } catch (error) {
      if (!(error instanceof OfflineError)) throw error;
      outcome = error.reason === "space" ? all.space : all.network;
    }
    const hadFocus = document.activeElement === cancel;
    await this.showState(outcome);
    if (outcome === "") announce(this.#part("state").textContent ?? "");
    // The button that had the focus is gone.
    if (hadFocus)
      this.#page.querySelector<HTMLElement>("[data-start]:not([hidden]), [data-remove]:not([hidden])")?.focus();
  }

  async #keepFiles(list: KeepingList, files: readonly KeptFile[]): Promise<void> {
    const waiting = [...files];
    let doneBytes = 0;
    let announcedQuarters = 0;
    const next = async (): Promise<void> => {
      const file = waiting.shift();
      if (file === undefined || this.#isCancelled) return;
      await askWorker("keep", { language: this.#language, version: list.version, path: file.path });
      doneBytes += file.bytes;
      const text = this.#showProgress(doneBytes, list.bytes);
      const quarters = Math.floor((4 * doneBytes) / list.bytes);
      if (quarters > announcedQuarters && quarters < 4) announce(text);
      announcedQuarters = quarters;
      await next();
    };
    this.#showProgress(0, list.bytes);
    await Promise.all(Array.from({ length: filesAtATime }, next));
  }

  #showProgress(doneBytes: number, totalBytes: number): string {
    const bar = this.#page.querySelector("progress");
    if (bar !== null) bar.value = doneBytes / totalBytes;
    const text = this.#texts.all.progress(megabytes(doneBytes), megabytes(totalBytes));
    this.#part("progress-text").textContent = text;
    return text;
  }

  #say(sentence: string, aloud: boolean): void {
    this.#part("state").textContent = sentence;
    if (aloud) announce(sentence);
  }

  #showPages(pages: readonly AvailablePage[]): void {
    const { list } = this.#texts;
    const titles = JSON.parse(this.#page.dataset.groups ?? "{}") as Record<string, string>;
    const groups = Map.groupBy(
      [...pages].sort((a, b) => a.path.localeCompare(b.path)),
      ({ path }) => titles[path.split("/")[1] ?? ""] ?? list.others,
    );
    this.#part("count").textContent = pages.length === 0 ? list.empty : list.count(pages.length);
    // Many at once are folded up; a handful is read at a glance.
    const isOpen = pages.length <= 60;
    const order = [...Object.values(titles), list.others];
    this.#part("list").replaceChildren(
      ...order.flatMap((title) => {
        const group = groups.get(title);
        return group === undefined ? [] : [groupElement(title, group, isOpen)];
      }),
    );
  }
}

function groupElement(title: string, pages: readonly AvailablePage[], isOpen: boolean): HTMLElement {
  const items = pages.map(({ path, title: name }) => {
    const link = element("a", { href: `${basePath}/${path}`, class: "chip no-underline" }, name);
    return element("li", {}, link);
  });
  const summary = element("summary", { class: "min-h-8 font-medium" }, `${title} (${pages.length})`);
  return element(
    "details",
    isOpen ? { open: "" } : {},
    summary,
    element("ul", { class: "mt-2 flex flex-wrap gap-2" }, ...items),
  );
}

/** Null without a network, where no copy of the list is here either. */
async function loadList(language: "zh" | "en"): Promise<KeepingList | null> {
  try {
    const response = await fetch(urls.offlineList(language));
    return response.ok ? ((await response.json()) as KeepingList) : null;
  } catch {
    return null;
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
