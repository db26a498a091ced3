import { expect, it } from "vitest";
import { atomFeed } from "@/lib/feed/atom";
import { sitemapXml } from "@/lib/sitemap";

it("writes a feed that says when the newest entry came, with text escaped", () => {
  const entry = (date: string) => ({ title: "a < b & c", url: `https://x/${date}`, date, text: "t" });
  const feed = atomFeed({
    title: "T",
    subtitle: "S",
    url: "https://x/feed.xml",
    page: "https://x/releases",
    languageTag: "zh-Hans",
    author: "A",
    entries: [entry("2025-12-31"), entry("2026-05-30")],
  });
  expect(feed).toContain("<id>https://x/releases</id>\n  <updated>2026-05-30T00:00:00Z</updated>");
  expect(feed).toContain("<title>a &lt; b &amp; c</title>");
});

it("maps both languages of a page to each other and leaves out what has no language", () => {
  const xml = sitemapXml(["zh/a", "en/a", "zh", "404", "p/lora_rank"], (path) => `https://x/${path}`);
  expect(xml).toContain(
    '<url><loc>https://x/zh/a</loc><xhtml:link rel="alternate" hreflang="zh-Hans" href="https://x/zh/a"/><xhtml:link rel="alternate" hreflang="en" href="https://x/en/a"/><xhtml:link rel="alternate" hreflang="x-default" href="https://x/en/a"/></url>',
  );
  expect(xml).toContain("<loc>https://x/zh</loc>");
  expect(xml).not.toMatch(/404|lora_rank/);
});
