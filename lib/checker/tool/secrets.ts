/** What must not travel with a shared configuration. Texts are masked where they stand, so that lines stay where they are. */

export interface Masked {
  readonly text: string;
  /** Names of what was masked, each once. */
  readonly names: readonly string[];
}

/** No YAML or shell syntax: `***` would be an alias, `<…>` a redirection. */
export const MASK = "MASKED";

const secretKey =
  /(?:^|[_-])(?:token|api[_-]?key|secret|secret[_-]?key|access[_-]?key(?:[_-]?id)?|password|passwd|webhook(?:[_-]?url)?|credentials?)$/i;
// They end like a secret and say nothing about anyone.
const innocent = new Set(["eos_token", "bos_token", "pad_token", "unk_token", "image_token", "video_token"]);

const isSecret = (key: string) => secretKey.test(key) && !innocent.has(key.toLowerCase());
const isHarmless = (value: string) => {
  const bare = value.replace(/^(["'])(.*)\1$/s, "$2").trim();
  return bare === "" || bare === MASK || /^(?:null|~|none|true|false)$/i.test(bare) || /^\$\{?\w/.test(bare);
};

/** Secrets that give themselves away, whatever key they stand under. */
const knownForms: readonly (readonly [name: string, form: RegExp])[] = [
  ["Hugging Face", /\bhf_[A-Za-z0-9]{16,}/g],
  ["GitHub", /\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,})/g],
  ["sk-…", /\bsk-[A-Za-z0-9_-]{16,}/g],
  ["AWS", /\bAKIA[0-9A-Z]{16}\b/g],
  ["JWT", /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]*/g],
  ["Bearer", /(?<=\bBearer )[\w.~+/=-]{8,}/gi],
  ["webhook", /https?:\/\/[^\s"']*(?:\/webhooks?\/|\/hook\/|hooks\.slack\.com\/|\/robot\/send)[^\s"']*/gi],
  ["access_token", /(?<=[?&](?:access_token|api_key|key|token|sign)=)[^\s&"'#]+/gi],
  ["URL", /(?<=\w:\/\/)[^\s/:@"']+:[^\s/@"']+(?=@)/g],
];

const quoted = `"(?:[^"\\\\]|\\\\.)*"|'(?:[^']|'')*'`;
const flag = new RegExp(`(--)([A-Za-z][\\w-]*)(=|[ \\t]+)(${quoted}|[^\\s"'-]\\S*)`, "g");
const assignment = new RegExp(`(?<![\\w.-])()([A-Za-z]\\w*)(=)(${quoted}|[^\\s"'&;|]+)`, "g");
// In a block mapping a value goes on to the end of the line; in a flow mapping a comma or a bracket ends it.
const pair = (end: string) =>
  new RegExp(
    `(?<![\\w.-])()((?<mark>["']?)[A-Za-z][\\w-]*\\k<mark>)([ \\t]*:[ \\t]*)(${quoted}|[^\\s"'#|>{}[\\],](?:${end})*)`,
    "g",
  );
const blockPair = pair("[^\\s]|[ \\t]+(?!#|[ \\t]*$)");
const flowPair = pair("[^,}\\]]");

function maskLine(line: string, names: Set<string>): string {
  const mask = (whole: string, dashes: string, key: string, separator: string, value: string) => {
    const name = key.replace(/^["']|["']$/g, "");
    if (!isSecret(name) || isHarmless(value)) return whole;
    names.add(name);
    return `${dashes}${key}${separator}${MASK}`;
  };
  const isFlow = /^[^:]*[{[]/.test(line);
  return line
    .replace(flag, mask)
    .replace(assignment, mask)
    .replace(isFlow ? flowPair : blockPair, (whole, dashes, key, _mark, separator, value) =>
      mask(whole, dashes, key, separator, value),
    );
}

/** Masks tokens, keys, passwords and webhook addresses. Everything else stays as it was written. */
export function maskSecrets(text: string): Masked {
  const names = new Set<string>();
  let result = maskBlocks(text, names)
    .split("\n")
    .map((line) => maskLine(line, names))
    .join("\n");
  for (const [name, form] of knownForms)
    result = result.replace(form, (found) => {
      if (found.includes(MASK)) return found;
      names.add(name);
      return MASK;
    });
  return { text: result, names: [...names] };
}

const blockKey = /^([ \t]*)(["']?)([A-Za-z][\w-]*)\2[ \t]*:[ \t]*(?:[|>][+-]?\d?[+-]?)?[ \t]*(?:#.*)?$/;

/** A value that stands on the lines below its key. */
function maskBlocks(text: string, names: Set<string>): string {
  if (!/:[ \t]*(?:[|>][^\n]*)?(?:#[^\n]*)?\r?\n[ \t]+\S/.test(text)) return text;
  let depth = -1;
  let key = "";
  return text
    .split("\n")
    .map((line) => {
      const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
      if (depth >= 0 && line.trim() !== "") {
        if (indent > depth) {
          names.add(key);
          return `${line.slice(0, indent)}${MASK}${line.endsWith("\r") ? "\r" : ""}`;
        }
        depth = -1;
      }
      const match = blockKey.exec(line.replace(/\r$/, ""));
      if (match?.[3] && isSecret(match[3])) {
        depth = match[1]?.length ?? 0;
        key = match[3];
      }
      return line;
    })
    .join("\n");
}
