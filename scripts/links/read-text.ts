/** Addresses of this site in files that are no pages: Markdown twins, feeds, the site map, JSON. */

/** Every absolute address below `root` (origin and base path, no trailing slash). */
export function absoluteAddresses(text: string, root: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf(root); at >= 0; at = text.indexOf(root, at + root.length)) {
    const rest =
      /^[^\s"'<>()[\]{}`\\|，。；、）]*/.exec(text.slice(at + root.length, at + root.length + 500))?.[0] ?? "";
    // `https://site.example` must not claim `https://site.example.org`.
    if (rest === "" || /^[/?#]/.test(rest)) found.push(root + rest.replace(/[.,;:]$/, "").replaceAll("&amp;", "&"));
  }
  return found;
}

/** Targets of Markdown links, outside code. */
export function markdownAddresses(markdown: string): string[] {
  const prose = markdown.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, "").replace(/(`+)[^`][\s\S]*?\1/g, "");
  return [...prose.matchAll(/\]\(<?([^\s)>]+)>?\)/g)].map(([, address]) => address ?? "");
}
