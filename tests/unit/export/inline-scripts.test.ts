import { describe, expect, it } from "vitest";
import { headerPolicy, metaPolicy } from "@/scripts/export/content-policy";
import { inlineScripts, movePayload, scriptHash } from "@/scripts/export/inline-scripts";
import { withPolicy } from "@/scripts/export/secure-pages";

const page = [
  '<!DOCTYPE html><html><head><meta charSet="utf-8"/><script>theme()</script>',
  '<script type="speculationrules">{"prefetch":[]}</script><script type="application/json">{"a":1}</script></head><body>',
  '<script id="_R_">(globalThis["TURBOPACK"] || (globalThis["TURBOPACK"] = [])).push({});</script>',
  '<script src="/_next/static/chunks/a.js" async=""></script>',
  "<script>(self.__next_f=self.__next_f||[]).push([0])</script>",
  '<div hidden id="S:0"></div><script>$RC("B:0","S:0")</script>',
  '<script>self.__next_f.push([1,"$& $1 \\u003c"])</script><p>after</p></body></html>',
].join("");

describe("moving the payload out of a page", () => {
  it("keeps the order and stands where the last script stood", () => {
    const saved: string[] = [];
    const moved = movePayload(page, (script) => {
      saved.push(script);
      return "/assets/page-1.js";
    });
    expect(saved).toHaveLength(1);
    const order = ["TURBOPACK", "push([0])", "$RC(", "push([1,"].map((mark) => String(saved[0]).indexOf(mark));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(moved).toContain('<div hidden id="S:0"></div><script src="/assets/page-1.js"></script><p>after</p>');
    expect(moved).not.toMatch(/__next_f|TURBOPACK|\$RC/);
    expect(moved).toContain('<script src="/_next/static/chunks/a.js" async=""></script>');
  });

  it("leaves a page without payload as it is", () => {
    const plain = "<!DOCTYPE html><html><head></head><body><script>theme()</script></body></html>";
    expect(movePayload(plain, () => "")).toBe(plain);
  });

  it("names what a browser runs, not what it only keeps", () => {
    const moved = movePayload(page, () => "/assets/page-1.js");
    expect(inlineScripts(moved)).toEqual(["theme()", '{"prefetch":[]}']);
  });
});

describe("the content policy", () => {
  it("hashes as browsers do", () => {
    // The example that the specification itself gives.
    expect(scriptHash("alert('Hello, world.');")).toBe("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
  });

  it("allows no inline script and no evaluation but by hash", () => {
    for (const policy of [metaPolicy(["'sha256-A='"]), headerPolicy(["'sha256-A='"])]) {
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1];
      expect(scripts).toBe("'self' 'sha256-A='");
      expect(policy).not.toContain("unsafe-eval");
      expect(policy).toContain("default-src 'none'");
    }
    expect(headerPolicy([])).toContain("frame-ancestors 'none'");
    // In a page, browsers ignore it and complain.
    expect(metaPolicy([])).not.toContain("frame-ancestors");
  });

  it("stands above everything that it must hold for", () => {
    const secured = withPolicy(page, "default-src 'none'", "first()");
    expect(secured).toContain(
      `<head><meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="default-src 'none'"/><script>first()</script><script>theme()`,
    );
    expect(() => withPolicy("<html><head></head></html>", "", "")).toThrow();
  });
});
