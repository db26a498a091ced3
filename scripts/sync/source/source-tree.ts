/** One version of a project's files. */
export interface SourceTree {
  /** All paths, sorted, with `/`. */
  list(): readonly string[];
  /** Null for a path that the version has not. */
  read(path: string): string | null;
}

export function memoryTree(files: Readonly<Record<string, string>>): SourceTree {
  const paths = Object.keys(files).sort();
  return { list: () => paths, read: (path) => files[path] ?? null };
}
