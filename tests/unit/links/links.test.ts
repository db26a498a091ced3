import { describe, expect, it } from "vitest";
import { readHtml } from "@/scripts/links/read-html";
import { absoluteAddresses, markdownAddresses } from "@/scripts/links/read-text";
import { isAnchor, resolveAddress, type Site } from "@/scripts/links/resolve";

const site: Site = {
  origin: "https://atlas.example",
  basePath: "/ref",
  files: new Set(["index.html", "zh.html", "zh/parameters.html", "zh/parameters/lora_rank.html", "zh/feed.xml"]),
};
const from = "zh/parameters/lora_rank.html";
const file = (name: string, fragment = "") => ({ kind: "file", file: name, fragment });

describe("readHtml", () => {
  it("finds addresses in links, images, forms, meta and data blocks", () => {
    const page = readHtml(`
      <a class="a>b" href="/x?a=1&amp;b=2">x</a><img src='/i.png' srcSet="/i.png 1x, /j.png 2x">
      <form action="/find"></form><button data-copy-value="/p/x"></button><button data-copy-value="x: 1"></button>
      <meta property="og:image" content="/og.png"><meta name="description" content="/no"><meta http-equiv="refresh" content="0; url=/r">
      <script type="application/ld+json">{"@type":"Thing","url":"https://atlas.example/t","name":"/no"}</script>`);
    expect(page.addresses).toEqual([
      "/x?a=1&b=2",
      "/i.png",
      "/i.png",
      "/j.png",
      "/find",
      "/p/x",
      "/og.png",
      "/r",
      "https://atlas.example/t",
    ]);
  });

  it("reads no markup in scripts, styles and comments", () => {
    const page = readHtml(
      `<script>"<a href='/no' id=no>"</script><style>a{content:"<i id=no>"}</style><!-- <i id="no"> -->`,
    );
    expect(page).toEqual({ ids: new Set(), repeatedIds: [], addresses: [] });
  });

  it("reports an id that two elements share", () => {
    expect(readHtml(`<h2 id="a"></h2><p id=b></p><div id="a"></div>`).repeatedIds).toEqual(["a"]);
  });
});

describe("readText", () => {
  it("finds the site's own addresses in prose, XML and JSON", () => {
    const text = `see <https://atlas.example/zh>, "https://atlas.example/a?b=1&amp;c=2" https://atlas.example.org/no https://atlas.example/e。`;
    expect(absoluteAddresses(text, "https://atlas.example")).toEqual([
      "https://atlas.example/zh",
      "https://atlas.example/a?b=1&c=2",
      "https://atlas.example/e",
    ]);
  });

  it("finds Markdown links outside code", () => {
    expect(markdownAddresses("[a](/a) `[b](/b)`\n\n```md\n[c](/c)\n```\n\n[d](</d>)")).toEqual(["/a", "/d"]);
  });
});

describe("resolveAddress", () => {
  it.each([
    ["/ref/zh/parameters", file("zh/parameters.html")],
    ["/ref/zh/parameters?group=lora#lora_rank", file("zh/parameters.html", "lora_rank")],
    ["/ref", file("index.html")],
    ["/ref/zh/feed.xml", file("zh/feed.xml")],
    ["#%E4%BD%9C%E7%94%A8", file(from, "作用")],
    ["https://atlas.example/ref/zh", file("zh.html")],
    ["https://elsewhere.example/ref/zh", { kind: "elsewhere" }],
    ["mailto:a@b.example", { kind: "elsewhere" }],
    ["/zh", { kind: "missing", why: "outside /ref/" }],
    ["/ref/zh/parameters/", { kind: "missing", why: "no such file" }],
    ["/ref/en", { kind: "missing", why: "no such file" }],
  ])("%s", (address, target) => {
    expect(resolveAddress(address, from, site)).toEqual(target);
  });
});

it("asks for no element where a script or the browser reads the fragment", () => {
  expect(["what", "c=abc", ":~:text=a", "top", ""].map(isAnchor)).toEqual([true, false, false, false, false]);
});
