/** Folding and cutting of text, the same for the index and for a query, in Node and in the browser. */

/** Traditional → simplified, one character for one. The index brings the pairs that its own text needs. */
export type CharacterMap = ReadonlyMap<string, string>;

export interface Token {
  /** Folded and stemmed: what is compared. A Han run gives overlapping pairs of characters. */
  readonly term: string;
  /** The folded letters as typed, which prefixes and slips are judged by. */
  readonly raw: string;
  readonly isHan: boolean;
  /** Place in the text, in characters. */
  readonly start: number;
  readonly end: number;
  /** Number of the token's position: joined tokens cover more than one. */
  readonly position: number;
  readonly width: number;
}

/**
 * Full-width, case and traditional characters make no difference. The result is as long as the text, so that places in it
 * are places in the text.
 */
export function fold(text: string, simplified?: CharacterMap): string {
  let folded = "";
  for (const character of text) {
    const code = character.charCodeAt(0);
    // Nearly all text is plain Latin or Han, for which the general way would take most of the time.
    if (code < 0x80) {
      folded += code >= 0x41 && code <= 0x5a ? String.fromCharCode(code + 32) : character;
      continue;
    }
    if (code >= 0x4e00 && code <= 0x9fff) {
      folded += simplified?.get(character) ?? character;
      continue;
    }
    const plain = character.normalize("NFKC").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    const same = plain.length === character.length ? plain : character;
    folded += simplified?.get(same) ?? same;
  }
  return folded;
}

/** Letters and digits only: `flash-attn`, `Flash_Attn` and `flash attn` are one. */
export function compact(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}+]+/gu, "");
}

const runs = /[a-z0-9]+\+?(?![a-z0-9])|[a-z0-9]+|\p{Script=Han}+|[^\P{L}a-z]+/gu;
const han = /\p{Script=Han}/u;

/** Words that say nothing on their own; positions of a field do not count them. */
const englishStopWords = new Set(
  "a an and are as at be by do does for from has have i if in is it its my of on or our that the their them then there this to was we what when which while who why will with you your how can could should would am so into than need want please me".split(
    " ",
  ),
);

/** Whether a token carries meaning by itself. */
export function isStopWord(term: string): boolean {
  return englishStopWords.has(term);
}

/**
 * Cuts text into comparable tokens: Latin words as stems, neighbours also joined (`check point` is `checkpoint`), Han runs as
 * overlapping pairs, which need no dictionary and let every sub-word piece be found.
 *
 * @param text folded text
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  let previous: { raw: string; start: number; end: number; position: number } | null = null;
  for (const match of text.matchAll(runs)) {
    const [run] = match;
    const start = match.index;
    if (han.test(run)) {
      previous = null;
      const characters = [...run];
      const count = Math.max(1, characters.length - 1);
      for (let i = 0; i < count; i += 1) {
        const pair = characters.slice(i, i + 2).join("");
        tokens.push({
          term: pair,
          raw: pair,
          isHan: true,
          start: start + i,
          end: start + i + pair.length,
          position,
          width: 1,
        });
        position += 1;
      }
      continue;
    }
    const raw = run.replace("+", "plus");
    const end = start + run.length;
    if (isStopWord(raw)) {
      previous = null;
      continue;
    }
    tokens.push({ term: stem(raw), raw, isHan: false, start, end, position, width: 1 });
    if (previous !== null && start - previous.end <= 1)
      tokens.push({
        term: stem(previous.raw + raw),
        raw: previous.raw + raw,
        isHan: false,
        start: previous.start,
        end,
        position: previous.position,
        width: 2,
      });
    previous = { raw, start, end, position };
    position += 1;
  }
  return tokens;
}

/** Enough of English's endings that `merging`, `merged` and `merge`, or `quantized` and `quantization`, are one. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  let stemmed = word.replace(/is(e|ed|es|ing|ation|ations|er|ers)$/, "iz$1");
  if (stemmed.length >= 6) stemmed = stemmed.replace(/(iz|at)(ations?|ions?)$/, "$1").replace(/izations?$/, "iz");
  if (/[^aeious]ies$/.test(stemmed)) stemmed = `${stemmed.slice(0, -3)}y`;
  else if (/(ss|sh|ch|x)es$/.test(stemmed)) stemmed = stemmed.slice(0, -2);
  else if (/[^sui]s$/.test(stemmed)) stemmed = stemmed.slice(0, -1);
  if (/[aeiouy].*(ing|ed)$/.test(stemmed) && stemmed.length >= 6) {
    stemmed = stemmed.replace(/(ing|ed)$/, "");
    stemmed = stemmed.replace(/([bdfgmnprt])\1$/, "$1");
  }
  return stemmed.length > 3 ? stemmed.replace(/e$/, "") : stemmed;
}
