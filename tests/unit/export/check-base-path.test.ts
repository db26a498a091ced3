import { expect, it } from "vitest";
import { addressesOutside } from "@/scripts/export/check-base-path";

it("finds the addresses that lead out of the base path", () => {
  const html = [
    '<a href="/repo/zh">in</a><a href="/repo">in</a><a href="/repo?q=a">in</a><a href="#top">in</a>',
    '<a href="https://example.com/">away</a><a href="//example.com/">away</a>',
    '<a href="/zh">out</a><a href="/repository/zh">out</a><script src="/assets/a.js"></script><form action="/en">',
    '<div data-worker-url="/assets/w.js" data-note="1/2"></div>',
  ].join("");
  expect(addressesOutside(html, "/repo")).toEqual(["/zh", "/repository/zh", "/assets/a.js", "/en", "/assets/w.js"]);
});
