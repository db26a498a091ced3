export interface OpenedFiles {
  readonly main: { readonly name: string; readonly text: string } | null;
  /** Files that the config may name, such as a DeepSpeed configuration. */
  readonly companions: Readonly<Record<string, string>>;
  readonly refused: { readonly name: string; readonly reason: "not-text" | "too-large"; readonly bytes: number } | null;
}

const MOST_BYTES = 4 * 2 ** 20;

/** Reads dropped or picked files. The first YAML or script is the config, the rest lies beside it. */
export async function readFiles(files: readonly File[], currentText: string): Promise<OpenedFiles> {
  const texts: { name: string; text: string }[] = [];
  let refused: OpenedFiles["refused"] = null;
  for (const file of files) {
    const { name, size: bytes } = file;
    if (bytes > MOST_BYTES) {
      refused ??= { name, reason: "too-large", bytes };
      continue;
    }
    const text = decode(new Uint8Array(await file.arrayBuffer()));
    if (text === null) refused ??= { name, reason: "not-text", bytes };
    else texts.push({ name, text });
  }
  const isNamedAlready = (name: string) => name.endsWith(".json") && currentText.includes(name);
  const main =
    texts.find(({ name }) => /\.(ya?ml|sh|bash|txt)$/i.test(name)) ??
    texts.find(({ name }) => !isNamedAlready(name)) ??
    null;
  const companions = Object.fromEntries(texts.filter((file) => file !== main).map(({ name, text }) => [name, text]));
  return { main, companions, refused };
}

function decode(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\u0000") ? null : text;
  } catch {
    return null;
  }
}
