/** An Atom feed (RFC 4287). */

export interface FeedEntry {
  readonly title: string;
  readonly url: string;
  /** `2026-05-30`. */
  readonly date: string;
  readonly text: string;
}

export interface Feed {
  readonly title: string;
  readonly subtitle: string;
  /** Of the feed itself. */
  readonly url: string;
  /** Of the page that it follows. */
  readonly page: string;
  readonly languageTag: string;
  readonly author: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export function atomFeed({ title, subtitle, url, page, languageTag, author, entries }: Feed): string {
  const updated =
    entries
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? "";
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${languageTag}">
  <title>${escapeXml(title)}</title>
  <subtitle>${escapeXml(subtitle)}</subtitle>
  <link rel="self" type="application/atom+xml" href="${escapeXml(url)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(page)}"/>
  <id>${escapeXml(page)}</id>
  <updated>${instant(updated)}</updated>
  <author><name>${escapeXml(author)}</name></author>
${entries.map(entryXml).join("\n")}
</feed>
`;
}

function entryXml({ title, url, date, text }: FeedEntry): string {
  return `  <entry>
    <title>${escapeXml(title)}</title>
    <link rel="alternate" type="text/html" href="${escapeXml(url)}"/>
    <id>${escapeXml(url)}</id>
    <updated>${instant(date)}</updated>
    <summary>${escapeXml(text)}</summary>
  </entry>`;
}

/** A release has a day and no hour. */
function instant(date: string): string {
  return `${date}T00:00:00Z`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
