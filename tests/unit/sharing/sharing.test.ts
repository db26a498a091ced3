import { inflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { cardSvg, type SocialCard } from "@/lib/sharing/card-svg";
import { loadSocialCards } from "@/lib/sharing/cards";
import { indexedPng } from "@/lib/sharing/png";
import { breadcrumbs, dataBlock, termNodes, webSite } from "@/lib/sharing/structured-data";
import { columnsOf, fitDescription, fitTitle } from "@/lib/sharing/text";
import { breakLines, type Typesetter } from "@/lib/sharing/typeset";

/** Latin is half as wide as it is high, Chinese as wide as high. */
const type: Typesetter = { advance: (character) => columnsOf(character) / 2, outline: (character) => `M${character}` };
const at = (size: number, width: number, most: number) => ({ face: "text", size, width, most }) as const;

describe("fitTitle", () => {
  it.each([
    [{ name: "lora_alpha", label: "LoRA scaling", site: "Param Atlas" }, "lora_alpha · LoRA scaling · Param Atlas"],
    [{ name: "Topics", site: "Param Atlas" }, "Topics · Param Atlas"],
    [
      { name: "metric_for_best_model", label: "Metric that defines the best model", site: "Param Atlas" },
      "metric_for_best_model · Metric that defines the best model",
    ],
    [
      {
        name: "restore_callback_states_from_checkpoint",
        label: "Restore callback states on resume",
        site: "Param Atlas",
      },
      "restore_callback_states_from_checkpoint · Param Atlas",
    ],
  ])("%o", (parts, title) => {
    expect(fitTitle(parts)).toBe(title);
  });
});

describe("fitDescription", () => {
  it("keeps what fits", () => {
    const text = "How strongly the trained update is added to the frozen weights.";
    expect(fitDescription(text, "More.")).toBe(text);
  });
  it("ends a long text at a clause", () => {
    const text = `${"First clause of some length, ".repeat(5)}second: third, ${"tail ".repeat(10)}.`;
    const fitted = fitDescription(text, "");
    expect(fitted).toMatch(/(length|second: third)…$/);
    expect(columnsOf(fitted)).toBeLessThanOrEqual(161);
  });
  it("lengthens a short one", () => {
    expect(fitDescription("把取值放在一起。", "参数详解")).toBe("把取值放在一起。参数详解");
    expect(fitDescription("Short.", "Every parameter, explained")).toBe("Short. Every parameter, explained");
  });
});

describe("breakLines", () => {
  it("breaks between words, after underscores, and between Chinese characters", () => {
    expect(breakLines("keeps whole words", at(10, 60, 3), type).lines).toEqual(["keeps whole", "words"]);
    expect(breakLines("freeze_multi_modal", at(10, 65, 3), type).lines).toEqual(["freeze_multi_", "modal"]);
    expect(breakLines("决定训练强度", at(10, 40, 3), type).lines).toEqual(["决定训练", "强度"]);
  });
  it("begins no line with closing and ends none with opening punctuation", () => {
    expect(breakLines("决定训练，强度", at(10, 40, 3), type).lines).toEqual(["决定训", "练，强度"]);
    expect(breakLines("决定训（练强）度", at(10, 40, 3), type).lines).toEqual(["决定训", "（练强）", "度"]);
  });
  it("marks what is left out", () => {
    const { lines, whole } = breakLines("one two three four", at(10, 45, 2), type);
    expect({ lines, whole }).toEqual({ lines: ["one two", "three…"], whole: false });
  });
});

describe("cards", () => {
  const cards = loadSocialCards();
  const inside = (svg: string) => svg.match(/translate\(([-\d.]+) ([-\d.]+)\) scale/g) ?? [];

  it("are as many in both languages, one a page", () => {
    const pages = cards.map(({ page }) => page);
    expect(new Set(pages).size).toBe(pages.length);
    expect(pages.filter((page) => page.startsWith("zh")).map((page) => page.replace("zh", "en"))).toEqual(
      pages.filter((page) => page.startsWith("en")),
    );
  });

  it("keep every line between the head and the foot", () => {
    for (const card of cards) {
      for (const place of inside(cardSvg(card, type))) {
        const [, x, y] = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(place) ?? [];
        expect(Number(x), card.page).toBeGreaterThanOrEqual(72);
        expect(Number(x), card.page).toBeLessThan(1128);
        const isFoot = Number(y) > 540;
        if (!isFoot) expect(Number(y), card.page).toBeLessThan(506);
      }
    }
  });

  it("leave out of the foot what does not fit", () => {
    const card = cards.find(({ page }) => page === "en/parameters/lr_scheduler_type") as SocialCard;
    const long = { ...card, facts: [{ term: "x", value: "§".repeat(200), isCode: true }, ...card.facts.slice(0, 1)] };
    expect(cardSvg(long, type)).not.toContain("M§");
  });
});

it("writes a palette PNG that unpacks to its pixels", async () => {
  const pixels = new Uint8Array(
    new Uint32Array([0xff0000ff, 0xff00ff00, 0xff00ff00, 0xffff0000, 0xff0000ff, 0xff0000ff]).buffer,
  );
  const png = await indexedPng(pixels, 3, 2);
  expect(png.subarray(12, 16).toString()).toBe("IHDR");
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([3, 2, 4, 3]);
  const chunk = (name: string) => {
    const start = png.indexOf(name) + 4;
    return png.subarray(start, start + png.readUInt32BE(start - 8));
  };
  const palette = chunk("PLTE");
  const rows = inflateSync(chunk("IDAT"));
  const indexes = [rows[1], rows[2], rows[4], rows[5]].flatMap((byte = 0) => [byte >> 4, byte & 15]);
  const colours = [0, 1, 2, 4, 5, 6].map((at) =>
    palette.subarray((indexes[at] ?? 0) * 3, (indexes[at] ?? 0) * 3 + 3).toString("hex"),
  );
  expect(colours).toEqual(["ff0000", "00ff00", "00ff00", "0000ff", "ff0000", "ff0000"]);
});

describe("structured data", () => {
  it("cannot end the element that it stands in", () => {
    const block = dataBlock([{ "@type": "Thing", name: "</script><script>alert(1)" }]);
    expect(block).not.toContain("<");
    expect(JSON.parse(block)["@graph"][0].name).toBe("</script><script>alert(1)");
  });
  it("numbers the path to a page from the home page on", () => {
    const { itemListElement } = breadcrumbs("en", [{ name: "Topics", path: "/en/topics" }]) as never as {
      itemListElement: { position: number; item: string }[];
    };
    expect(itemListElement.map(({ position }) => position)).toEqual([1, 2]);
    expect(itemListElement[1]?.item).toMatch(/^https:\/\/.*\/en\/topics$/);
  });
  it("names a term by its words and its key", () => {
    const set = { name: "参数", path: "/zh/parameters" };
    const term = { code: "lora_rank", label: "LoRA 秩", summary: "…", path: "/zh/parameters/lora_rank", set };
    expect(termNodes("zh", term)[0]).toMatchObject({
      name: "LoRA 秩",
      alternateName: "lora_rank",
      inLanguage: "zh-Hans",
    });
    expect(termNodes("zh", { ...term, label: "lora_rank" })[0]).not.toHaveProperty("alternateName");
  });
  it("tells search engines how to search the site", () => {
    expect(JSON.stringify(webSite("en"))).toContain("/en/parameters?q={search_term_string}");
  });
});
