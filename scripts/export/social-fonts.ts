/** The faces of the pictures: Noto Sans SC and JetBrains Mono (both OFL), from npm, since a build machine has no Han font. */

import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { create, type Font } from "fontkit";
import decompress from "woff2-encoder/decompress";
import type { Face, Typesetter } from "@/lib/sharing/typeset";

const packages = { sans: "@fontsource-variable/noto-sans-sc", mono: "@fontsource-variable/jetbrains-mono" } as const;
const weights = { text: 400, bold: 700, mono: 500, "mono-bold": 700 } satisfies Record<Face, number>;

/** Which slice of a family holds a character; fontsource cuts a family into some hundred of them, by frequency. */
interface Slice {
  readonly file: string;
  readonly holds: (codePoint: number) => boolean;
}

export interface Fonts extends Typesetter {
  /** Characters that no face has, drawn as nothing. */
  readonly missing: ReadonlySet<string>;
}

/** Changes with the faces: part of the key under which pictures are kept. */
export function fontVersions(): string {
  return Object.values(packages)
    .map((name) => JSON.parse(readFileSync(path.join(folderOf(name), "package.json"), "utf8")).version)
    .join(" ");
}

/** @param text every character that will be asked for: only the slices that hold them are unpacked */
export async function loadFonts(text: string): Promise<Fonts> {
  const characters = [...new Set(text)];
  const sans = await loadFamily(packages.sans, characters);
  const mono = await loadFamily(packages.mono, characters);
  const missing = new Set<string>();
  const glyphs = new Map<string, { advance: number; outline: string }>();

  function glyph(character: string, face: Face) {
    const key = `${face} ${character}`;
    const known = glyphs.get(key);
    if (known) return known;
    const font = (face.startsWith("mono") ? mono.get(character) : undefined) ?? sans.get(character);
    if (font === undefined) missing.add(character);
    const shape = font?.(weights[face]).glyphForCodePoint(character.codePointAt(0) ?? 0);
    const drawn =
      shape === undefined
        ? { advance: 0, outline: "" }
        : { advance: shape.advanceWidth / 1000, outline: shape.path.toSVG() };
    glyphs.set(key, drawn);
    return drawn;
  }

  return {
    missing,
    advance: (character, face) => glyph(character, face).advance,
    outline: (character, face) => glyph(character, face).outline,
  };
}

async function loadFamily(
  name: string,
  characters: readonly string[],
): Promise<ReadonlyMap<string, (weight: number) => Font>> {
  const found = new Map<string, (weight: number) => Font>();
  for (const { file, holds } of slicesOf(name)) {
    const held = characters.filter((character) => !found.has(character) && holds(character.codePointAt(0) ?? 0));
    if (held.length === 0) continue;
    // fontkit reads woff2 too, but makes no variations of it.
    const font = create(Buffer.from(await decompress(readFileSync(file)))) as Font;
    const inWeights = new Map<number, Font>();
    const inWeight = (weight: number): Font => {
      const known = inWeights.get(weight) ?? font.getVariation({ wght: weight });
      inWeights.set(weight, known);
      return known;
    };
    for (const character of held)
      if (font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) found.set(character, inWeight);
  }
  return found;
}

/** `unicode.json` of a fontsource package maps a slice to ranges such as `U+4e00-4e03,U+4e09`. */
function slicesOf(name: string): Slice[] {
  const folder = folderOf(name);
  const files = readdirSync(path.join(folder, "files")).filter((file) => file.endsWith("-normal.woff2"));
  const ranges: Record<string, string> = JSON.parse(readFileSync(path.join(folder, "unicode.json"), "utf8"));
  return Object.entries(ranges).flatMap(([slice, range]) => {
    const file = files.find((candidate) => candidate.endsWith(`-${slice.replace(/[[\]]/g, "")}-wght-normal.woff2`));
    if (file === undefined) return [];
    const bounds = range.split(",").map((part) => {
      const [from = "", to = from] = part.trim().replace(/^U\+/i, "").split("-");
      return [Number.parseInt(from, 16), Number.parseInt(to, 16)] as const;
    });
    const holds = (codePoint: number) => bounds.some(([from, to]) => from <= codePoint && codePoint <= to);
    return [{ file: path.join(folder, "files", file), holds }];
  });
}

function folderOf(name: string): string {
  return path.dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
}
