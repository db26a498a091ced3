/** Versions of a project as its git repository keeps them; works on a bare clone and changes nothing in it. */

import { execFileSync } from "node:child_process";
import path from "node:path";
import type { SourceTree } from "./source-tree";

const maxBuffer = 1 << 28;

export class GitRepository {
  private readonly blobs = new Map<string, string>();
  private readonly trees = new Map<string, SourceTree>();

  constructor(private readonly folder: string) {}

  private git(...words: string[]): string {
    return execFileSync("git", ["-C", this.folder, ...words], { encoding: "utf8", maxBuffer });
  }

  tags(): string[] {
    return this.git("tag").split("\n").filter(Boolean);
  }

  commitOf(ref: string): string {
    return this.git("rev-parse", "--verify", `${ref}^{commit}`).trim();
  }

  /** Day of the commit in its committer's time zone, `2026-05-30`. */
  dateOf(ref: string): string {
    return this.git("log", "-1", "--format=%cs", ref).trim();
  }

  /** The main branch; where both the clone and its remote have one, the newer of the two. */
  mainRef(): string {
    const refs = this.git(
      "for-each-ref",
      "--sort=-committerdate",
      "--format=%(refname)",
      "refs/heads/main",
      "refs/remotes/origin/main",
    );
    const [newest] = refs.split("\n").filter(Boolean);
    if (newest === undefined) throw new Error(`${this.folder} has neither main nor origin/main`);
    return newest;
  }

  tree(ref: string): SourceTree {
    const commit = this.commitOf(ref);
    const tree = this.trees.get(commit) ?? this.readTree(commit);
    this.trees.set(commit, tree);
    return tree;
  }

  private readTree(commit: string): SourceTree {
    const entries = new Map<string, Entry>();
    for (const line of this.git("ls-tree", "-r", "-z", commit).split("\0")) {
      const tab = line.indexOf("\t");
      const [mode, kind, blob] = line.slice(0, tab).split(" ");
      const file = line.slice(tab + 1);
      const folder = path.posix.dirname(file);
      if (kind === "blob" && blob) entries.set(file, { isLink: mode === "120000", blob, folder });
    }
    const paths = [...entries.keys()].sort();
    const read = (file: string): string | null => {
      const entry = entries.get(file);
      if (entry === undefined) return null;
      if (!this.blobs.has(entry.blob)) this.load([...entries.values()].filter(({ folder }) => folder === entry.folder));
      const text = this.blobs.get(entry.blob) ?? "";
      return entry.isLink ? read(path.posix.join(entry.folder, text)) : text;
    };
    return { list: () => paths, read };
  }

  /** A whole folder at once: starting git for every file of every release takes minutes. */
  private load(entries: readonly Entry[]): void {
    const wanted = [...new Set(entries.map(({ blob }) => blob))].filter((blob) => !this.blobs.has(blob));
    const output = execFileSync("git", ["-C", this.folder, "cat-file", "--batch"], {
      input: `${wanted.join("\n")}\n`,
      maxBuffer,
    });
    let at = 0;
    for (const blob of wanted) {
      const headerEnd = output.indexOf("\n", at);
      const [, kind, length] = output.toString("utf8", at, headerEnd).split(" ");
      if (kind !== "blob") throw new Error(`git has no content for ${blob}; is the clone partial?`);
      const end = headerEnd + 1 + Number(length);
      this.blobs.set(blob, output.toString("utf8", headerEnd + 1, end));
      at = end + 1;
    }
  }
}

interface Entry {
  readonly isLink: boolean;
  readonly blob: string;
  readonly folder: string;
}
