/** A part of an address as text. `%E0%A4%A` and the like are no text; they are shown as they are. */
export function decodeSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
