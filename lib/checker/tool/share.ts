/** A text inside an address: compressed, in letters that an address may hold. Only platform functions, no library. */

/** Links beyond this are cut by mail and chat programs, and no configuration needs them. */
export const MOST_SHARED_CHARACTERS = 60_000;
// A few bytes may stand for gigabytes; nobody's configuration is larger than this.
const MOST_TEXT_BYTES = 4 * 2 ** 20;
const MOST_PACKED_CHARACTERS = 2 ** 21;

/** Why a link could not be read. */
export type ShareProblem = "damaged" | "too-large" | "unsupported";

export class ShareError extends Error {
  constructor(readonly problem: ShareProblem) {
    super(`the shared text is ${problem}`);
    this.name = "ShareError";
  }
}

export async function packText(text: string): Promise<string> {
  if (typeof CompressionStream === "undefined") throw new ShareError("unsupported");
  const packed = await readAll(through(new TextEncoder().encode(text), new CompressionStream("deflate-raw")));
  let binary = "";
  for (let at = 0; at < packed.length; at += 0x8000) binary += String.fromCharCode(...packed.subarray(at, at + 0x8000));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** @throws ShareError for anything that `packText` did not write */
export async function unpackText(packed: string): Promise<string> {
  if (packed.length > MOST_PACKED_CHARACTERS) throw new ShareError("too-large");
  if (!/^[\w-]+$/.test(packed)) throw new ShareError("damaged");
  if (typeof DecompressionStream === "undefined") throw new ShareError("unsupported");
  try {
    const binary = atob(packed.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
    const text = await readAll(through(bytes, new DecompressionStream("deflate-raw")));
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(text);
  } catch (error) {
    throw error instanceof ShareError ? error : new ShareError("damaged");
  }
}

function through(bytes: Uint8Array<ArrayBuffer>, step: CompressionStream | DecompressionStream): ReadableStream {
  return inPieces(bytes).pipeThrough(step);
}

// A decompressor unpacks a piece whole before anyone can stop it, and a byte may stand for a thousand: 4 KiB for 4 MiB.
const PIECE_BYTES = 4096;

function inPieces(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.subarray(at, at + PIECE_BYTES));
      else controller.close();
      at += PIECE_BYTES;
    },
  });
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_TEXT_BYTES) {
      await reader.cancel();
      throw new ShareError("too-large");
    }
    parts.push(value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const fragmentKey = "c";

export function fragmentOf(packed: string): string {
  return `#${fragmentKey}=${packed}`;
}

/** The packed text of an address's fragment; null where the fragment is about something else. */
export function packedIn(fragment: string): string | null {
  return fragment.startsWith(`#${fragmentKey}=`) ? fragment.slice(fragmentKey.length + 2) : null;
}
