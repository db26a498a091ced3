import { describe, expect, it } from "vitest";
import { needsReact, withoutRuntime } from "@/scripts/export/remove-runtime";

const page = [
  '<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/>',
  '<link rel="preload" as="script" href="/_next/static/chunks/a.js"/>',
  '<link rel="preload" as="style" href="/_next/static/a.css"/>',
  '<script>try{localStorage.getItem("theme")}catch{}</script>',
  '<script src="/_next/static/chunks/a.js" async=""></script>',
  '<script type="module" src="/assets/site-AB.js"></script></head>',
  "<body><!--$--><h1>LoRA &amp; rank</h1><!--/$-->",
  "<script>(self.__next_f=self.__next_f||[]).push([0])</script>",
  '<script>$RC("B:0","S:0")</script>',
  '<script src="/_next/static/polyfills.js" noModule=""></script>',
  "</body></html>",
].join("");

describe("removing the runtime", () => {
  it("takes Next's scripts, its payload and their preloads", () => {
    const slim = withoutRuntime(page);
    expect(slim).not.toMatch(/_next\/static\/chunks|__next_f|\$RC|polyfills/);
  });

  it("keeps the site's own scripts, the styles and the text", () => {
    const slim = withoutRuntime(page);
    expect(slim).toContain('localStorage.getItem("theme")');
    expect(slim).toContain("/assets/site-AB.js");
    expect(slim).toContain('as="style"');
    expect(slim).toContain("<h1>LoRA &amp; rank</h1>");
  });

  it("knows a page that React must hydrate", () => {
    expect(needsReact(page)).toBe(false);
    expect(needsReact(page.replace("<h1>", "<h1 data-react>"))).toBe(true);
  });
});
