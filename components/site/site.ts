/** Brings the few controls of every page to life. No framework: most pages are read, not operated. */

import { enableCopying } from "./copy";
import { enableLanguageSwitch, restoreReadingPosition } from "./language-switch";
import { enableOffline } from "./offline";
import { enableSearch } from "./search-opener";
import { enableShortcuts } from "./shortcuts";
import { enableThemeToggle } from "./theme";
import { whenShown } from "./when-shown";

enableCopying();
enableLanguageSwitch();
enableThemeToggle();
enableShortcuts();
enableSearch();
// Where the reader was on the page before is only known once it has been left.
whenShown(restoreReadingPosition);
whenShown(enableOffline);

document.querySelector("[data-print]")?.addEventListener("click", () => print());

// Only pages with a table pay for its script.
if (document.querySelector("data-table") !== null)
  import("../table/data-table.element").then(({ DataTableElement }) =>
    customElements.define("data-table", DataTableElement),
  );
if (document.querySelector("[data-not-found]") !== null)
  import("./not-found").then(({ completeNotFound }) => completeNotFound());
const compare = document.querySelector<HTMLFormElement>("form[data-compare]");
if (compare !== null) import("../releases/compare.client").then(({ enableCompare }) => enableCompare(compare));
const releaseSwitch = document.querySelector<HTMLElement>("[data-release-switch]");
if (releaseSwitch !== null)
  import("../releases/release-switch.client").then(({ enableReleaseSwitch }) => enableReleaseSwitch(releaseSwitch));
const tableRelease = document.querySelector<HTMLElement>("[data-table-release]");
if (tableRelease !== null)
  import("../releases/table-release.client").then(({ enableTableRelease }) => enableTableRelease(tableRelease));
const textTool = document.querySelector<HTMLFormElement>("form[data-text-tool]");
if (textTool !== null) import("../tools/enable").then(({ enableTool }) => enableTool(textTool));
const offlinePage = document.querySelector<HTMLElement>("[data-offline-page]");
if (offlinePage !== null)
  import("../offline/offline-page.client").then(({ enableOfflinePage }) => enableOfflinePage(offlinePage));
