/** `?release=v0.9.2` on the table of all parameters: marks the keys that the release has not and what it had otherwise. */

import { asOf, type Histories, positionOf } from "@/lib/history/history";
import { announce } from "../site/announce";
import { type AsOfTexts, asOfText } from "./as-of-text";
import { loadHistories } from "./fetch-histories";
import { withRelease } from "./release-switch.client";

interface TableReleaseTexts {
  readonly asOf: AsOfTexts;
  readonly absent: string;
  readonly was: string;
  readonly failed: string;
}

export function enableTableRelease(root: HTMLElement): void {
  const select = root.querySelector("select");
  const hide = root.querySelector("input");
  const lead = root.querySelector<HTMLElement>("[data-release-lead]");
  const table = document.querySelector<HTMLElement>("data-table");
  if (select === null || hide === null || lead === null || table === null) return;
  const current = root.dataset.tableRelease ?? "";
  const texts = JSON.parse(root.dataset.texts ?? "{}") as TableReleaseTexts;

  const show = async () => {
    clear(table);
    lead.hidden = select.value === current;
    linkWith(table, lead.hidden ? null : select.value);
    if (lead.hidden) return;
    const output = lead.querySelector("output");
    try {
      const { histories } = await loadHistories(document.documentElement.dataset.language === "zh" ? "zh" : "en");
      clear(table);
      const absent = mark(histories, select.value, current, texts);
      if (output) output.textContent = `${texts.absent.replace("{}", select.value)}: ${absent}`;
      announce(output?.textContent ?? "");
    } catch {
      if (output) output.textContent = texts.failed;
    }
  };
  const readAddress = () => {
    const tag = new URLSearchParams(location.search).get("release");
    select.value = [...select.options].some(({ value }) => value === tag) ? (tag ?? current) : current;
    show();
  };
  select.addEventListener("change", () => {
    history.pushState(history.state, "", withRelease(select.value === current ? null : select.value));
    show();
  });
  hide.addEventListener("change", () => table.toggleAttribute("data-hide-absent", hide.checked));
  addEventListener("popstate", readAddress);
  readAddress();
}

/** Marks the rows; returns how many keys the release has not. */
function mark(histories: Histories, tag: string, current: string, texts: TableReleaseTexts): number {
  const position = positionOf(histories, tag);
  const shown = positionOf(histories, current);
  let absent = 0;
  for (const history of histories.parameters) {
    const row = document.getElementById(history.name);
    // A removed key whose name transformers uses again is in the table as that one.
    if (!(row instanceof HTMLTableRowElement)) continue;
    if ([...row.cells].some(({ dataset }) => dataset.values === "transformers")) continue;
    const found = asOf(history, position, shown);
    if (found.kind === "same") continue;
    const isAbsent = found.kind !== "different";
    if (isAbsent) absent += 1;
    row.toggleAttribute("data-absent", isAbsent);
    const note = document.createElement("p");
    note.dataset.releaseNote = "";
    note.className = `mt-1 text-xs ${isAbsent ? "text-warn" : "text-accent"}`;
    note.textContent = isAbsent
      ? texts.absent.replace("{}", tag)
      : texts.was.replace("{0}", tag).replace("{1}", () => asOfText(found.changes, texts.asOf));
    // The first cell is never hidden, whatever columns the reader chose.
    row.cells[0]?.append(note);
  }
  return absent;
}

function clear(table: HTMLElement): void {
  for (const note of table.querySelectorAll("[data-release-note]")) note.remove();
  for (const row of table.querySelectorAll("[data-absent]")) row.removeAttribute("data-absent");
}

/** A parameter's page opens as of the same release. */
function linkWith(table: HTMLElement, tag: string | null): void {
  for (const link of table.querySelectorAll<HTMLAnchorElement>("tbody th a:not(.permalink)")) {
    const [path = ""] = (link.getAttribute("href") ?? "").split("?");
    link.setAttribute("href", tag === null ? path : `${path}?release=${tag}`);
  }
}
