import { SearchShell } from "../search/shell";

let shell: SearchShell | undefined;

/** Opens the search, with a query if there is one; asked again without one it closes. All but its field is loaded then, never before. */
export function openSearch(query?: string): void {
  shell ??= new SearchShell();
  if (shell.dialog.open && query === undefined) {
    shell.dialog.close();
    return;
  }
  shell.open(query);
  const { note, texts } = shell;
  const opened = shell;
  import("../search/dialog").then(
    ({ attend }) => attend(opened),
    () => note.replaceChildren(texts.failed),
  );
}

export function enableSearch(): void {
  document.addEventListener("click", (event) => {
    const opener = event.target instanceof Element ? event.target.closest("[data-search-open]") : null;
    if (opener === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    openSearch();
  });
  document.addEventListener("submit", (event) => {
    const form = event.target instanceof Element ? event.target.closest<HTMLFormElement>("[data-search-form]") : null;
    if (form === null) return;
    event.preventDefault();
    openSearch(String(new FormData(form).get("q") ?? ""));
  });
  const query = new URLSearchParams(location.search).get("q");
  // On the table of parameters `?q=` is the table's own filter.
  if (query !== null && document.querySelector("[data-table-filter]") === null) openSearch(query);
}
