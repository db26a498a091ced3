/** After the export: the picture that stands beside a link to each page, `out/og/zh/parameters/lora_rank.png`. */

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { renderAsync } from "@resvg/resvg-js";
import { cardSize, cardSvg, type SocialCard } from "@/lib/sharing/card-svg";
import { loadSocialCards } from "@/lib/sharing/cards";
import { indexedPng } from "@/lib/sharing/png";
import { fontVersions, loadFonts } from "./social-fonts";

/** Pictures outlive a build here: only what changed is drawn again. */
const cache = path.join(process.cwd(), "node_modules/.cache/social-images");
const drawnBy = [
  "lib/sharing/card-svg.ts",
  "lib/sharing/typeset.ts",
  "lib/sharing/png.ts",
  "scripts/export/social-fonts.ts",
];

export async function writeSocialImages(out: string): Promise<void> {
  const started = Date.now();
  mkdirSync(cache, { recursive: true });
  const version = [fontVersions(), ...drawnBy.map((file) => readFileSync(file, "utf8"))].join("\n");
  const cards = loadSocialCards().map((card) => ({ card, file: `${hash(version + JSON.stringify(card))}.png` }));
  const kept = new Set(readdirSync(cache));
  const wanted = cards.filter(({ file }) => !kept.has(file));
  if (wanted.length > 0) await draw(wanted);

  let bytes = 0;
  for (const { card, file } of cards) {
    const png = readFileSync(path.join(cache, file));
    const to = path.join(out, "og", `${card.page}.png`);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, png);
    bytes += png.length;
  }
  const used = new Set(cards.map(({ file }) => file));
  for (const file of kept) if (!used.has(file)) rmSync(path.join(cache, file));
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const average = (bytes / cards.length / 1024).toFixed(1);
  process.stdout.write(`pictures: ${cards.length}, ${wanted.length} drawn, ${average} KiB on average, ${seconds} s\n`);
}

async function draw(wanted: readonly { card: SocialCard; file: string }[]): Promise<void> {
  const fonts = await loadFonts(`${JSON.stringify(wanted.map(({ card }) => card))}…LLaMA-Factory`);
  const queue = [...wanted];
  // Rendering and packing run on threads of their own: a few pictures under way keep two cores busy.
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        const { card, file } = next;
        const svg = cardSvg(card, fonts);
        if (fonts.missing.size > 0) {
          const characters = [...fonts.missing].map((each) => `«${each}»`).join(" ");
          throw new Error(`${card.page}: no face has ${characters}; write it otherwise`);
        }
        const picture = await renderAsync(svg, { font: { loadSystemFonts: false } });
        const png = await indexedPng(picture.pixels, cardSize.width, cardSize.height);
        writeFileSync(path.join(cache, file), png);
      }
    }),
  );
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 24);
}
