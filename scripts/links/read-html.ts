/** What a link checker wants from a page: the ids it offers and the addresses it names. */

export interface PageAnchors {
  readonly ids: ReadonlySet<string>;
  readonly repeatedIds: readonly string[];
  readonly addresses: readonly string[];
}

const addressAttributes = new Set(["href", "src", "action", "formaction", "poster", "cite", "data-copy-value"]);
const metaWithAddress = /^(og:(image|url)|twitter:image)$/;
/** An opening tag, or a stretch whose text is no markup. Exported pages quote every value, which `html` checks too. */
const tagOrRawText =
  /<!--[\s\S]*?-->|<(script|style)\b((?:\s[^>"']*(?:"[^"]*"|'[^']*'))*[^>]*)>([\s\S]*?)<\/\1>|<([a-z][\w-]*)((?:\s[^>"']*(?:"[^"]*"|'[^']*'))*[^>]*)>/gi;
const attribute = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

export function readHtml(html: string): PageAnchors {
  const ids = new Set<string>();
  const repeatedIds: string[] = [];
  const addresses: string[] = [];
  for (const match of html.matchAll(tagOrRawText)) {
    const tag = (match[1] ?? match[4])?.toLowerCase();
    if (tag === undefined) continue;
    const attributes = readAttributes(match[2] ?? match[5] ?? "");
    const id = attributes.get("id");
    if (id !== undefined) {
      if (ids.has(id)) repeatedIds.push(id);
      ids.add(id);
    }
    for (const [name, value] of attributes) {
      if (name === "srcset" || name === "imagesrcset") addresses.push(...readSrcset(value));
      else if (addressAttributes.has(name) && (name !== "data-copy-value" || value.startsWith("/")))
        addresses.push(value);
    }
    if (tag === "meta") addresses.push(...addressOfMeta(attributes));
    if (attributes.get("type") === "application/ld+json")
      addresses.push(...addressesOfJson(JSON.parse(match[3] ?? "")));
  }
  return { ids, repeatedIds, addresses };
}

/** Names in lower case, values with their character references resolved. */
function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, double, single, bare] of source.matchAll(attribute))
    if (name !== undefined) attributes.set(name.toLowerCase(), decode(double ?? single ?? bare ?? ""));
  return attributes;
}

function addressOfMeta(attributes: ReadonlyMap<string, string>): string[] {
  const content = attributes.get("content") ?? "";
  if (metaWithAddress.test(attributes.get("property") ?? attributes.get("name") ?? "")) return [content];
  const refresh = attributes.get("http-equiv")?.toLowerCase() === "refresh" && /url=(.*)$/i.exec(content)?.[1];
  return refresh ? [refresh] : [];
}

/** `a.png 1x, b.png 2x` → both addresses. */
function readSrcset(value: string): string[] {
  return value
    .split(/,\s+/)
    .map((candidate) => candidate.trim().split(/\s/)[0] ?? "")
    .filter((address) => address !== "");
}

/** Addresses in a data block: every text in it that is one, save templates such as `…?q={term}`, whose query is cut anyway. */
function addressesOfJson(value: unknown): string[] {
  if (typeof value === "string") return /^https?:\/\/\S+$/.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(addressesOfJson);
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decode(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[name] ?? whole;
    return String.fromCodePoint(Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16));
  });
}
