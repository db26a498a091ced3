/** Loads the search when it is first wanted, never before. */

let loading: Promise<typeof import("../search/dialog")> | undefined;

export function openSearch(query?: string): void {
  loading ??= import("../search/dialog");
  loading.then(({ open }) => open(query));
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
