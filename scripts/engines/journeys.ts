import { type Reader, until } from "./reader";

/** The ways through the site that must work in every engine. */
export const journeys: Readonly<Record<string, (reader: Reader, origin: string) => Promise<void>>> = {
  "a short link leads to the parameter, at its section": async (reader, origin) => {
    await reader.open(`${origin}/p/lora_rank#pitfalls`);
    await until(reader, `/^\\/(zh|en)\\/parameters\\/lora_rank$/.test(location.pathname)`);
    await until(reader, `location.hash === "#pitfalls" && document.querySelector("#pitfalls")`);
    await until(reader, inSight("#pitfalls"));
  },

  "the search answers a symptom and opens it by keyboard": async (reader, origin) => {
    await reader.open(`${origin}/zh`);
    await reader.click("[data-search-open]");
    await until(reader, `document.activeElement?.matches(".search-input")`);
    await reader.type("显存不足");
    await until(reader, `document.querySelector("[role=option]")?.textContent.includes("显存")`);
    await reader.press("Enter");
    await until(reader, `location.pathname.startsWith("/zh/questions/")`);
  },

  "the table filters, and its address holds the view": async (reader, origin) => {
    await reader.open(`${origin}/en/parameters`);
    // Its controls are hidden until they work.
    await until(reader, `customElements.get("data-table")`);
    await reader.click("[data-table-filter]");
    await reader.type("lora rank");
    await until(reader, `/^\\d{1,2} of \\d+$/.test(document.querySelector("[data-count]").textContent)`);
    await until(reader, `document.querySelector("#lora_rank").checkVisibility()`);
    await until(reader, `location.search.includes("q=lora")`);
  },

  "a row's link opens at the row, and the other language keeps it": async (reader, origin) => {
    await reader.open(`${origin}/zh/parameters#warmup_ratio`);
    await until(reader, inSight("#warmup_ratio"));
    await reader.click("[data-language-switch]");
    await until(reader, `location.pathname === "/en/parameters" && location.hash === "#warmup_ratio"`);
    await until(reader, inSight("#warmup_ratio"));
  },

  "the theme is changed and kept": async (reader, origin) => {
    await reader.open(`${origin}/en`);
    const before = await reader.read("getComputedStyle(document.documentElement).backgroundColor");
    await reader.click("[data-theme-toggle]");
    await until(reader, `getComputedStyle(document.documentElement).backgroundColor !== ${JSON.stringify(before)}`);
    await reader.open(`${origin}/en/parameters/lora_rank`);
    await until(reader, `getComputedStyle(document.documentElement).backgroundColor !== ${JSON.stringify(before)}`);
  },

  "a figure follows its slider": async (reader, origin) => {
    await reader.open(`${origin}/en/explain/lr-schedules`);
    await until(reader, `document.querySelector("[data-react] input[type=range]")`);
    await until(reader, hydrated);
    await reader.read(`document.querySelector("[data-react] input[type=range]").focus()`);
    await reader.press("ArrowRight");
    await until(reader, `location.search !== ""`);
  },

  "the checker names the mistake and the remedy": async (reader, origin) => {
    await reader.open(`${origin}/en/check`);
    await until(reader, `document.querySelector(".cm-content")`);
    await reader.click(".cm-content");
    await reader.type("lora_rnk: 8");
    await until(reader, `document.querySelector("[data-verdict=reject]")`);
    await until(reader, `document.querySelector("main").innerText.includes("lora_rank")`);
  },

  "a narrow window scrolls only downwards": async (reader, origin) => {
    await reader.narrow();
    for (const path of ["/zh", "/zh/parameters", "/zh/parameters/lora_alpha", "/zh/check", "/zh/explain/memory"]) {
      await reader.open(origin + path);
      await until(reader, `document.documentElement.scrollWidth <= innerWidth`);
    }
  },
};

const inSight = (selector: string) =>
  `(({ top }) => top >= document.querySelector("header").getBoundingClientRect().bottom - 1 && top < innerHeight)(document.querySelector("${selector}").getBoundingClientRect())`;

const hydrated = `[...document.querySelectorAll("[data-react] *")].some((element) => Object.keys(element).some((key) => key.startsWith("__reactFiber")))`;
