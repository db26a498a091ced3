import { describe, expect, it } from "vitest";
import { kindOf, pathOf } from "@/lib/offline/addresses";
import { referencesIn } from "@/lib/offline/references";
import { titleOf } from "@/lib/offline/title";

describe("what a text needs", () => {
  it("in a page: scripts, styles, and the address of a worker in React's payload", () => {
    const html = `<link rel="stylesheet" href="/base/_next/static/chunks/0aws9cl59979t.css"><script src="/base/assets/site-YR4SL7EU.js"></script>
      <script>self.__next_f.push([1,"[\\"/_next/static/chunks/0znh9-_~.js\\"],\\"workerUrl\\":\\"/assets/checker.worker-2RW3PKQZ.js\\""])</script>`;
    expect(referencesIn(html)).toEqual([
      "_next/static/chunks/0aws9cl59979t.css",
      "_next/static/chunks/0znh9-_~.js",
      "assets/site-YR4SL7EU.js",
      "assets/checker.worker-2RW3PKQZ.js",
    ]);
  });

  it("in a page: the payload that stands in a file of its own", () => {
    expect(referencesIn('<script src="/base/assets/page-00b7b0d3d88d.js"></script>')).toEqual([
      "assets/page-00b7b0d3d88d.js",
    ]);
  });

  it("in scripts: chunks that are loaded later", () => {
    expect(referencesIn('import{a}from"./chunk-4YC4UKUW.js";import("./dialog-PLICLOE7.js")')).toEqual([
      "assets/chunk-4YC4UKUW.js",
      "assets/dialog-PLICLOE7.js",
    ]);
    expect(referencesIn('Promise.all(["static/chunks/0eacth_ytnl19.js"])')).toEqual([
      "_next/static/chunks/0eacth_ytnl19.js",
    ]);
  });

  it("in styles: what they load", () => {
    expect(referencesIn("src:url(../media/KaTeX_Main.ab12.woff2)")).toEqual([
      "_next/static/media/KaTeX_Main.ab12.woff2",
    ]);
  });

  it("nothing in prose that only looks alike", () => {
    expect(referencesIn("see assets/readme.js and ./train.yaml")).toEqual([]);
  });
});

describe("addresses", () => {
  const root = new URL("https://example.org/atlas/");

  it.each([
    ["/atlas/zh/parameters/lora_rank?q=1#what", "zh/parameters/lora_rank"],
    ["/atlas/zh/", "zh"],
    ["/atlas/zh/check.html", "zh/check"],
    ["/atlas/zh/index.html", "zh"],
    ["/atlas/index.html", ""],
    ["/atlas", ""],
    ["/elsewhere/zh", null],
    ["https://other.example/atlas/zh", null],
  ])("%s", (address, path) => expect(pathOf(address, root)).toBe(path));

  it.each([
    ["zh/parameters/lora_rank", true, "page"],
    ["zh/parameters/lora_rank.md", false, "other"],
    ["assets/site-YR4SL7EU.js", false, "asset"],
    ["_next/static/chunks/a.js", false, "asset"],
    ["search/zh.json", false, "data"],
    ["checker/keys-en.json", false, "data"],
    ["api/v1/parameters.json", false, "other"],
    ["offline/zh-0123456789ab.pack", false, "other"],
  ] as const)("%s is answered as %s", (path, isNavigation, kind) => expect(kindOf(path, isNavigation)).toBe(kind));
});

it("a title without the site's name and without entities", () => {
  expect(titleOf("<title>lora_rank · LoRA rank &amp; more · Param Atlas</title>")).toBe("lora_rank · LoRA rank & more");
  expect(titleOf("<p>no title</p>")).toBeNull();
});
