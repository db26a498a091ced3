/** Python's repr of a string, as upstream puts it into its messages. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = "";
  for (const char of text) {
    if (char === quote || char === "\\") body += `\\${char}`;
    else if (char === "\n") body += "\\n";
    else if (char === "\r") body += "\\r";
    else if (char === "\t") body += "\\t";
    else if (char < " " || char === "\x7f") body += `\\x${char.charCodeAt(0).toString(16).padStart(2, "0")}`;
    else body += char;
  }
  return quote + body + quote;
}
