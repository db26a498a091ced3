import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readUpstream } from "@/scripts/sync/facts/upstream";
import { GitRepository } from "@/scripts/sync/source/git";
import { fixtures, inputs } from "./fixtures";

const folder = mkdtempSync(path.join(tmpdir(), "sync-"));
const git = (...words: string[]) =>
  execFileSync("git", ["-C", folder, "-c", "user.name=t", "-c", "user.email=t@example.org", ...words]);

beforeAll(() => {
  git("init", "--quiet", "--initial-branch=main");
  for (const [name, tag] of [
    ["first", "v0.6.0"],
    ["second", "v0.7.0"],
    ["main", null],
  ] as const) {
    cpSync(path.join(fixtures, name), folder, { recursive: true });
    git("add", "--all");
    git("commit", "--quiet", "--message", name);
    if (tag !== null) git("tag", tag);
  }
  writeFileSync(path.join(folder, "target.md"), "中文\n");
  symlinkSync("target.md", path.join(folder, "link.md"));
  git("add", "--all");
  git("commit", "--quiet", "--message", "links");
});
afterAll(() => rmSync(folder, { recursive: true }));

it("reads every release and main from the clone's history", () => {
  const upstream = readUpstream(new GitRepository(folder), inputs);
  expect(upstream.versions.map(({ id, parameters }) => [id, parameters.size])).toEqual([
    ["v0.6.0", 5],
    ["v0.7.0", 16],
    ["main", 16],
  ]);
  expect(upstream.releaseTag).toBe("v0.7.0");
  expect(upstream.unreadable).toEqual([]);
});

it("follows links, and has nothing for a path that is not there", () => {
  const tree = new GitRepository(folder).tree("main");
  expect(tree.read("link.md")).toBe("中文\n");
  expect(tree.read("nothing.md")).toBeNull();
});
