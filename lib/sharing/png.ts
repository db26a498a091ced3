/** A PNG of sixteen colours, half a byte a pixel: flat areas and text take a fifth of their true-colour size. */

import { promisify } from "node:util";
import zlib, { crc32 } from "node:zlib";

/** Runs beside the main thread, which draws the next picture meanwhile. */
const deflate = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.deflate);

const mostColours = 16;

/**
 * The most frequent colours are kept, every other becomes the nearest of them: between two flat colours that are shades at the
 * edges of letters.
 *
 * @param pixels red, green, blue, alpha of every pixel; alpha is not looked at
 */
export async function indexedPng(pixels: Uint8Array, width: number, height: number): Promise<Buffer> {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const palette = choosePalette(words);
  const indexes = new Map<number, number>(palette.map((word, index) => [word, index]));
  const indexOf = (word: number): number => {
    const known = indexes.get(word);
    if (known !== undefined) return known;
    const index = nearest(word, palette);
    indexes.set(word, index);
    return index;
  };
  // A row begins with its filter; flat areas deflate best unfiltered.
  const rowBytes = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(rowBytes * height);
  let last = words[0] ?? 0;
  let index = indexOf(last);
  for (let y = 0, from = 0; y < height; y += 1) {
    const row = y * rowBytes + 1;
    for (let x = 0; x < width; x += 1, from += 1) {
      const word = words[from] ?? 0;
      if (word !== last) {
        last = word;
        index = indexOf(word);
      }
      const at = row + (x >> 1);
      rows[at] = x & 1 ? (rows[at] ?? 0) | index : index << 4;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Four bits a pixel, by palette.
  header.set([4, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(channels))),
    chunk("IDAT", await deflate(rows, { level: 8, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Shades that the eye cannot tell from one already chosen give way to the next. */
function choosePalette(words: Uint32Array): number[] {
  const counts = new Map<number, number>();
  let last = words[0] ?? 0;
  let run = 0;
  for (const word of words) {
    if (word === last) {
      run += 1;
      continue;
    }
    counts.set(last, (counts.get(last) ?? 0) + run);
    last = word;
    run = 1;
  }
  counts.set(last, (counts.get(last) ?? 0) + run);
  const byCount = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const palette: number[] = [];
  for (const apart of [900, 300, 0]) {
    for (const [word, count] of byCount) {
      if (palette.length === mostColours) return palette;
      const isFlat = count > words.length / 200;
      if (!palette.includes(word) && (isFlat || palette.every((chosen) => distance(word, chosen) > apart)))
        palette.push(word);
    }
  }
  return palette;
}

function nearest(word: number, palette: readonly number[]): number {
  let best = 0;
  palette.forEach((candidate, index) => {
    if (distance(word, candidate) < distance(word, palette[best] ?? 0)) best = index;
  });
  return best;
}

function distance(one: number, other: number): number {
  const [r = 0, g = 0, b = 0] = channels(one);
  const [red = 0, green = 0, blue = 0] = channels(other);
  return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
}

/** Little-endian words: red is the lowest byte. */
function channels(word: number): number[] {
  return [word & 255, (word >> 8) & 255, (word >> 16) & 255];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
