/** The other language's words under each cell, taken from this page's twin when the reader asks for them. */

export interface TwinRows {
  show(visible: boolean, rows: ReadonlyMap<string, HTMLTableRowElement>): void;
}

export function createTwinRows(): TwinRows {
  let isRequested = false;
  return {
    show(visible, rows) {
      if (visible && !isRequested) {
        isRequested = true;
        addTwins(rows);
      }
      if (!isRequested) return;
      for (const row of rows.values())
        for (const twin of row.querySelectorAll<HTMLElement>("[data-twin]")) twin.hidden = !visible;
    },
  };
}

async function addTwins(rows: ReadonlyMap<string, HTMLTableRowElement>): Promise<void> {
  const link = document.querySelector<HTMLAnchorElement>("[data-language-switch]");
  if (link === null) return;
  const page = await loadPage(new URL(link.href).pathname);
  if (page === null) return;
  for (const [key, row] of rows) {
    const other = page.getElementById(key);
    if (!(other instanceof HTMLTableRowElement)) continue;
    for (const [index, cell] of [...row.cells].entries()) {
      const text = other.cells[index]?.textContent?.trim() ?? "";
      // Keys and numbers are the same in both languages.
      if (index === 0 || text === "" || text === cell.textContent?.trim()) continue;
      const twin = document.createElement("p");
      twin.dataset.twin = "";
      twin.lang = page.documentElement.lang;
      twin.className = "mt-1 border-t border-dashed border-line pt-1 text-muted";
      twin.textContent = text;
      cell.append(twin);
    }
  }
}

/** As a request for a document, which the browser parses by itself and whose scripts never run: no text becomes markup here. */
function loadPage(address: string): Promise<Document | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.addEventListener("loadend", () => resolve(request.status === 200 ? request.responseXML : null));
    request.open("GET", address);
    request.send();
  });
}
