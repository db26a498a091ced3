/** The sheet of keyboard shortcuts, with the switch for single keys; loaded when it is first wanted. */

import { element } from "@/components/search/element";
import { combinedKeys, shortcutMessages, singleKeys } from "@/lib/i18n/messages/shortcuts";
import { pageLanguage } from "./page-language";
import { allowSingleKeys, singleKeysAllowed } from "./single-keys";

let dialog: HTMLDialogElement | undefined;

export function openShortcutSheet(): void {
  dialog ??= build();
  if (!dialog.open) dialog.showModal();
}

function build(): HTMLDialogElement {
  const text = shortcutMessages[pageLanguage()];
  const close = element("button", { type: "button", class: "button" }, text.close);
  const toggle = element("input", { type: "checkbox", role: "switch", id: "single-keys", class: "size-5" });
  toggle.checked = singleKeysAllowed();
  const title = element("h2", { id: "shortcuts-title", class: "text-lg font-semibold" }, text.title);
  const sheet = element(
    "dialog",
    { class: "sheet", "aria-labelledby": "shortcuts-title" },
    element("div", { class: "sheet-head" }, title, close),
    element("h3", { class: "font-medium" }, text.always),
    keyList(combinedKeys),
    element("h3", { class: "font-medium" }, text.single),
    keyList(singleKeys),
    element("label", { class: "button gap-2" }, toggle, text.singleSwitch),
    element("p", { class: "text-sm text-muted" }, text.singleLead),
  );
  close.addEventListener("click", () => sheet.close());
  sheet.addEventListener("click", (event) => {
    // A click on the backdrop has the dialog itself as its target.
    if (event.target === sheet) sheet.close();
  });
  toggle.addEventListener("change", () => allowSingleKeys(toggle.checked));
  document.body.append(sheet);
  return sheet;

  function keyList(list: typeof singleKeys): HTMLElement {
    const rows = list.map(({ keys, action }) => {
      const parts = keys.flatMap((key, index) => [
        ...(index > 0 ? [` ${text.between} `] : []),
        element("kbd", { class: "key" }, key),
      ]);
      return element("div", {}, element("dt", {}, ...parts), element("dd", {}, text.actions[action]));
    });
    return element("dl", { class: "key-list" }, ...rows);
  }
}
