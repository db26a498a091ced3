/** Markdown for a terminal: what a reader needs no renderer for stays, what only clutters goes. */

export interface TerminalOptions {
  /** Whether headings and code may be set off by escape sequences. */
  readonly color: boolean;
}

export function terminalText(markdown: string, { color }: TerminalOptions): string {
  const style = (sequence: string) => (text: string) => (color ? `\u001B[${sequence}m${text}\u001B[0m` : text);
  const bold = style("1");
  const cyan = style("36");
  let isCode = false;
  const lines = markdown.split("\n").map((line) => {
    if (line.startsWith("```")) {
      isCode = !isCode;
      return null;
    }
    if (isCode) return `    ${line}`;
    const heading = /^(#{1,6}) (.*)$/.exec(line);
    if (heading) return bold(plainInline(heading[2] ?? "").toString());
    return plainInline(line)
      .replace(/`([^`]+)`/g, (_, code: string) => (color ? cyan(code) : `\`${code}\``))
      .replace(/\*\*(.+?)\*\*/g, (_, text: string) => bold(text));
  });
  return lines.filter((line) => line !== null).join("\n");
}

/** Links as words with their address only where the words do not say where they lead. */
function plainInline(line: string): string {
  return line
    .replace(/^<(https?:\S+)>$/, "$1")
    .replace(/\[((?:\\.|[^\]\\])*)\]\(([^)\s]+)\)/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+.!|<>~&$-])/g, "$1");
}
