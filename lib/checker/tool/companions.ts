/**
 * Files that lie beside a configuration, under the paths by which it names them. A browser tells no path, so that a file
 * belongs to every path that ends in its name.
 */
export function placeCompanions(text: string, files: Readonly<Record<string, string>>): Record<string, string> {
  const placed: Record<string, string> = {};
  for (const [name, content] of Object.entries(files)) {
    placed[name] = content;
    for (const [path] of text.matchAll(/[^\s"'`=,:]+/g))
      if (path.endsWith(`/${name}`)) placed[path.replace(/^(\.\/)+/, "")] = content;
  }
  return placed;
}
