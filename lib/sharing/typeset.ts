/** Lines of text for pictures, where no browser breaks them: Latin words, identifiers, Chinese, and their mixture. */

export type Face = "text" | "bold" | "mono" | "mono-bold";

/** What a font says about one character, in units of its size. */
export interface Typesetter {
  advance(character: string, face: Face): number;
  /** SVG path data on a grid of 1000 units to the size, the baseline at 0 and y upwards. */
  outline(character: string, face: Face): string;
}

export function widthOf(text: string, face: Face, size: number, type: Typesetter): number {
  let width = 0;
  for (const character of text) width += type.advance(character, face);
  return width * size;
}

const wide = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef—…“”]/u;
const notFirst = /[，。；：、）》」』！？…%％”’〉】,.;:!?)\]}]/u;
const notLast = /[（《「『“‘〈【([{]/u;

/** Pieces between which a line may end; a space stands at the end of its piece. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let piece = "";
  const characters = [...text];
  characters.forEach((character, index) => {
    piece += character;
    const next = characters[index + 1];
    if (next === undefined) return;
    const mayEnd =
      character === " " ||
      (/[_/]/.test(character) && /\w/.test(next)) ||
      ((wide.test(character) || wide.test(next)) && next !== " ");
    if (mayEnd && !notFirst.test(next) && !notLast.test(character)) {
      found.push(piece);
      piece = "";
    }
  });
  return piece === "" ? found : [...found, piece];
}

/**
 * Breaks a text into at most `most` lines; what does not fit ends in «…».
 *
 * @returns the lines, and whether all of the text stands in them
 */
export function breakLines(
  text: string,
  { face, size, width, most }: { face: Face; size: number; width: number; most: number },
  type: Typesetter,
): { lines: string[]; whole: boolean } {
  const fits = (line: string) => widthOf(line.trimEnd(), face, size, type) <= width;
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line !== "" && !fits(line + piece)) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += piece;
  }
  lines.push(line.trimEnd());
  if (lines.length <= most && lines.every(fits)) return { lines, whole: true };
  const kept = lines.slice(0, most);
  let last = [...(kept.pop() ?? "")];
  const marked = () => `${last.join("").replace(/[\s，。；：、,.;:]+$/u, "")}…`;
  while (last.length > 1 && !fits(marked())) last = last.slice(0, -1);
  return { lines: [...kept, marked()], whole: false };
}
