/** The picture that chats and networks show beside a link: 1200 × 630, all text as outlines, so that no renderer needs a font. */

import { breakLines, type Face, type Typesetter, widthOf } from "./typeset";

export const cardSize = { width: 1200, height: 630 } as const;

export interface SocialCard {
  /** Address of the page below the site's root, `zh/parameters/lora_rank`; the picture's path follows from it. */
  readonly page: string;
  readonly site: string;
  /** What the page is: «Parameter · Fine-tuning». */
  readonly kind: string;
  readonly title: string;
  /** An identifier stands in the fixed-width face and breaks after underscores only. */
  readonly titleIsCode: boolean;
  /** The parameter's name in words. */
  readonly label: string | null;
  readonly summary: string;
  /** The strip at the foot, the most telling first; what does not fit is left out. */
  readonly facts: readonly { readonly term: string; readonly value: string; readonly isCode: boolean }[];
  readonly release: string;
}

/** The light theme of the site. */
const colours = {
  paper: "#fbfaf6",
  ink: "#1d2125",
  muted: "#545c65",
  accent: "#0a6354",
  soft: "#e0efeb",
  hill: "#f1f3ec",
  amber: "#f0b35f",
  pale: "#bfddd6",
} as const;

const margin = 72;
const right = cardSize.width - margin;
const textWidth = right - margin;
const footTop = 516;

export function cardSvg(card: SocialCard, type: Typesetter): string {
  const write = (text: string, x: number, y: number, face: Face, size: number, fill: string) =>
    textOutlines(text, { x, y, face, size, fill }, type);
  const writeRight = (text: string, y: number, face: Face, size: number, fill: string) =>
    write(text, right - widthOf(text, face, size, type), y, face, size, fill);

  const title = fitTitle(card, type);
  const labelHeight = card.label === null ? 0 : 54;
  const summarySize = 32;
  const summaryLeading = 47;
  const titleHeight = title.lines.length * title.size * 1.2;
  const room = footTop - 24 - (140 + titleHeight + labelHeight + 8);
  const summary = breakLines(
    card.summary,
    {
      face: "text",
      size: summarySize,
      width: textWidth,
      most: Math.max(1, Math.min(4, Math.floor(room / summaryLeading))),
    },
    type,
  ).lines;
  const blockHeight = titleHeight + labelHeight + 8 + summary.length * summaryLeading;
  // Between the head and the foot, a little above the middle, where a picture looks balanced.
  let y = 128 + Math.max(12, (footTop - 128 - blockHeight) * 0.42);

  const body: string[] = [];
  for (const line of title.lines) {
    y += title.size * 1.2;
    body.push(write(line, margin, y - title.size * 0.3, title.face, title.size, colours.ink));
  }
  if (card.label !== null) {
    y += labelHeight;
    const { lines } = breakLines(card.label, { face: "bold", size: 36, width: textWidth, most: 1 }, type);
    body.push(write(lines[0] ?? "", margin, y - 12, "bold", 36, colours.accent));
  }
  y += 8;
  for (const line of summary) {
    y += summaryLeading;
    body.push(write(line, margin, y - 12, "text", summarySize, card.label === null ? colours.muted : colours.ink));
  }

  const kindWidth = widthOf(card.kind, "bold", 25, type);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">`,
    `<rect width="1200" height="630" fill="${colours.paper}"/>`,
    hill,
    // The peak shows only where no title runs across it.
    title.lines.every((line) => widthOf(line, title.face, title.size, type) < 780)
      ? `<circle cx="880" cy="186" r="11" fill="${colours.amber}"/>`
      : "",
    logo(margin, 58),
    write(card.site, margin + 72, 97, "bold", 32, colours.ink),
    `<rect x="${round(right - kindWidth - 40)}" y="63" width="${round(kindWidth + 40)}" height="46" rx="23" fill="${colours.soft}"/>`,
    write(card.kind, right - kindWidth - 20, 95, "bold", 25, colours.accent),
    ...body,
    `<rect y="${footTop}" width="1200" height="${cardSize.height - footTop}" fill="${colours.accent}"/>`,
    ...facts(card, type, write),
    writeRight("LLaMA-Factory", footTop + 46, "text", 22, colours.pale),
    writeRight(card.release, footTop + 84, "mono", 28, colours.paper),
    "</svg>",
  ].join("");
}

function facts(
  card: SocialCard,
  type: Typesetter,
  write: (text: string, x: number, y: number, face: Face, size: number, fill: string) => string,
): string[] {
  const end = right - widthOf("LLaMA-Factory", "text", 22, type) - 56;
  const drawn: string[] = [];
  let x = margin;
  for (const { term, value, isCode } of card.facts) {
    const face = isCode ? "mono" : "text";
    const width = Math.max(widthOf(term, "text", 22, type), widthOf(value, face, 28, type));
    if (x + width > end) continue;
    drawn.push(
      write(term, x, footTop + 46, "text", 22, colours.pale),
      write(value, x, footTop + 84, face, 28, colours.paper),
    );
    x += width + 56;
  }
  return drawn;
}

/** The largest size at which the title stands in as few lines as it can. */
function fitTitle({ title, titleIsCode }: SocialCard, type: Typesetter): { lines: string[]; face: Face; size: number } {
  const face: Face = titleIsCode ? "mono-bold" : "bold";
  const tries = titleIsCode
    ? ([
        [80, 1],
        [72, 1],
        [64, 1],
        [56, 1],
        [60, 2],
        [52, 2],
      ] as const)
    : ([
        [68, 1],
        [60, 1],
        [58, 2],
        [52, 2],
        [46, 3],
      ] as const);
  for (const [size, most] of tries) {
    const { lines, whole } = breakLines(title, { face, size, width: textWidth, most }, type);
    if (whole) return { lines, face, size };
  }
  const { lines } = breakLines(title, { face, size: 44, width: textWidth, most: 3 }, type);
  return { lines, face, size: 44 };
}

/** One path per run of text: glyphs stand on a grid of 1000 units, which a transform brings to size. */
function textOutlines(
  text: string,
  { x, y, face, size, fill }: { x: number; y: number; face: Face; size: number; fill: string },
  type: Typesetter,
): string {
  let pen = 0;
  const glyphs: string[] = [];
  for (const character of text) {
    const outline = type.outline(character, face);
    if (outline !== "") glyphs.push(`<path transform="translate(${Math.round(pen)})" d="${outline}"/>`);
    pen += type.advance(character, face) * 1000;
  }
  return `<g fill="${fill}" transform="translate(${round(x)} ${round(y)}) scale(${size / 1000} ${-size / 1000})">${glyphs.join("")}</g>`;
}

/** The mark of the site, as in favicon.svg. */
function logo(x: number, y: number): string {
  return (
    `<g transform="translate(${x} ${y}) scale(1.75)"><rect width="32" height="32" rx="7" fill="${colours.accent}"/>` +
    `<path d="M6 24c4 0 4-15 9-15 4 0 5 9 11 9" fill="none" stroke="${colours.paper}" stroke-width="3" stroke-linecap="round"/>` +
    `<circle cx="15" cy="9" r="3" fill="${colours.amber}"/></g>`
  );
}

/** The curve of the mark, wide and faint behind the text: a learning rate that rises, peaks and falls. */
const hill =
  `<path d="M560 ${footTop}c150 0 170-330 320-330 140 0 170 190 330 190V${footTop}Z" fill="${colours.hill}"/>` +
  `<path d="M560 ${footTop}c150 0 170-330 320-330 140 0 170 190 330 190" fill="none" stroke="${colours.soft}" stroke-width="6"/>`;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
