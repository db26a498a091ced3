import { describe, expect, it } from "vitest";
import {
  headerRules,
  headersFile,
  headersFor,
  nginxHeaders,
  nginxMaps,
  parseHeadersFile,
} from "@/scripts/export/headers";
import { nginxNames, otherSpellings, redirectsFile } from "@/scripts/export/redirects";

const rules = headerRules(["'sha256-A='"]);

describe("headers", () => {
  it("are written and read back without loss", () => {
    expect(parseHeadersFile(headersFile(rules, ""))).toEqual(rules);
    expect(() => parseHeadersFile("nonsense")).toThrow("«nonsense»");
  });

  it("never name one header twice for one path, which Cloudflare would join", () => {
    const everywhere = Object.keys(rules.find(({ path }) => path === "/*")?.headers ?? {});
    for (const { path, headers } of rules.filter((rule) => rule.path !== "/*"))
      expect(
        Object.keys(headers).filter((name) => everywhere.includes(name)),
        path,
      ).toEqual([]);
  });

  it("keep hashed files for good, and never a service worker", () => {
    expect(headersFor(rules, "/assets/site-AB.js")["Cache-Control"]).toContain("immutable");
    expect(headersFor(rules, "/sw.js")["Cache-Control"]).toBe("no-cache");
    expect(headersFor(rules, "/zh/parameters")["Cache-Control"]).toBeUndefined();
    expect(headersFor(rules, "/zh/parameters")["X-Content-Type-Options"]).toBe("nosniff");
  });

  it("stay within what the hosts read: Cloudflare takes 2000 characters a line", () => {
    for (const line of headersFile(rules, "/some-repository").split("\n")) expect(line.length).toBeLessThan(2000);
  });

  it("go under the base path", () => {
    expect(headersFile(rules, "/repo")).toContain("\n/repo/assets/*\n");
    expect(nginxMaps(rules, "/repo")).toContain('"~^/repo/assets/"');
  });

  it("are all sent by nginx on errors too", () => {
    for (const line of nginxHeaders(rules).trim().split("\n")) expect(line).toMatch(/^add_header .* always;$/);
  });
});

describe("redirects", () => {
  const names = {
    parameters: ["lora_rank", "stage"],
    renamed: { "lora-paths": "lora_rank", "Checkpoint path": "stage" },
  };

  it("know a name with hyphens and dots", () => {
    expect(otherSpellings("lora_rank")).toEqual(["lora-rank", "lora.rank"]);
    expect(otherSpellings("stage")).toEqual([]);
    expect(redirectsFile(names, "")).toContain("\n/zh/parameters/lora-rank /zh/parameters/lora_rank 301\n");
    expect(redirectsFile(names, "/repo")).toContain("\n/repo/p/lora-rank /repo/p/lora_rank 301\n");
  });

  it("give nginx each name once, other frameworks' names too", () => {
    expect(nginxNames(names).trim().split("\n")).toEqual([
      '"lora_rank" "lora_rank";',
      '"stage" "stage";',
      '"lora-rank" "lora_rank";',
      '"lora.rank" "lora_rank";',
      '"lora-paths" "lora_rank";',
    ]);
  });
});
