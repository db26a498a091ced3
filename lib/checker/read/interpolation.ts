const NAME = /^[A-Za-z_][A-Za-z0-9_-]*/;
const KEY = /^[^\\${}()[\]:. \t'"]+/;

/**
 * Whether OmegaConf can parse every `${…}` in a text. It does so on loading, although LLaMA-Factory never resolves them:
 * `${lora_rank}` stays a string, and `${` alone stops the start.
 */
export function hasValidInterpolations(text: string): boolean {
  for (let i = text.indexOf("${"); i !== -1; ) {
    let backslashes = 0;
    while (text[i - 1 - backslashes] === "\\") backslashes++;
    if (backslashes % 2 === 1) {
      i = text.indexOf("${", i + 2);
      continue;
    }
    const end = interpolationEnd(text, i, 0);
    if (end === -1) return false;
    i = text.indexOf("${", end);
  }
  return true;
}

/** The offset behind the interpolation that begins at `start`, or -1. */
function interpolationEnd(text: string, start: number, depth: number): number {
  if (depth > 50) return -1;
  let at = skipSpace(text, start + 2);
  const firstPart = at;
  while (text[at] === ".") at++;
  for (let part = 0; ; part++) {
    if (text[at] === "[") {
      at = keyEnd(text, at + 1, depth);
      if (at === -1 || text[at] !== "]") return -1;
      at++;
    } else {
      if (part > 0 && text[at] !== ".") break;
      if (part > 0) at++;
      at = keyEnd(text, at, depth);
      if (at === -1) return -1;
    }
    if (text[at] !== "." && text[at] !== "[") break;
  }
  const colon = skipSpace(text, at);
  if (text[colon] === "}") return colon + 1;
  if (text[colon] !== ":" || !(NAME.test(text.slice(firstPart, firstPart + 256)) || text.startsWith("${", firstPart)))
    return -1;
  return argumentsEnd(text, colon + 1, depth);
}

function keyEnd(text: string, at: number, depth: number): number {
  if (text.startsWith("${", at)) return interpolationEnd(text, at, depth + 1);
  const key = KEY.exec(text.slice(at, at + 1024));
  return key ? at + key[0].length : -1;
}

/** Behind the `}` that closes a resolver's arguments; brackets and quotes in them must close too. */
function argumentsEnd(text: string, start: number, depth: number): number {
  const open: string[] = [];
  for (let at = start; at < text.length; at++) {
    const char = text[at] as string;
    if (char === "\\") at++;
    else if (text.startsWith("${", at)) {
      const end = interpolationEnd(text, at, depth + 1);
      if (end === -1) return -1;
      at = end - 1;
    } else if (char === "'" || char === '"') {
      const close = text.indexOf(char, at + 1);
      if (close === -1) return -1;
      at = close;
    } else if (char === "{" || char === "[") open.push(char === "{" ? "}" : "]");
    else if (char === "}" || char === "]") {
      if (open.length === 0) return char === "}" ? at + 1 : -1;
      if (open.pop() !== char) return -1;
    } else if (char === "(" || char === ")") return -1;
  }
  return -1;
}

function skipSpace(text: string, at: number): number {
  let next = at;
  while (text[next] === " " || text[next] === "\t") next++;
  return next;
}
