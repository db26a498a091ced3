import { describe, expect, it } from "vitest";
import { initialState } from "@/lib/table/state";
import { foldText, type TableRow, viewOf } from "@/lib/table/view";

const row = (key: string, text: string, level: string, order = "0"): TableRow => ({
  key,
  text: foldText(`${key} ${text}`),
  facets: { level: [level] },
  sortKey: (column) => ({ name: key, order })[column] ?? "",
});
const rows = [
  row("lora_rank", "LoRA 秩", "essential", "10"),
  row("lora_alpha", "LoRA 缩放系数", "essential", "9"),
  row("seed", "随机种子", "common", "2"),
];
const shown = (state: Partial<typeof initialState>, also?: ReadonlySet<string>) =>
  viewOf(rows, { ...initialState, ...state }, "zh-Hans", also).rest;

describe("the rows that a state shows", () => {
  it("are all of them, in the author's order, at first", () => expect(shown({})).toEqual(rows.map(({ key }) => key)));

  it.each(["lora-rank", "LORA_RANK", "lora rank", "ｌｏｒａ＿ｒａｎｋ", "秩"])(
    "match «%s» however it is spelt",
    (query) => expect(shown({ query })).toEqual(["lora_rank"]),
  );

  it("contain every word of the filter", () => expect(shown({ query: "lora 缩放" })).toEqual(["lora_alpha"]));

  it("stand first when the words are their name, before rows that only mention it", () => {
    const mentioning = [row("lora_alpha", "twice lora_rank", "essential"), row("lora_rank", "", "essential")];
    const view = viewOf(mentioning, { ...initialState, query: "lora_rank" }, "en");
    expect(view.rest).toEqual(["lora_rank", "lora_alpha"]);
  });

  it("have one of the chosen values in each facet", () => {
    expect(shown({ facets: { level: ["common"] } })).toEqual(["seed"]);
    expect(shown({ facets: { level: ["common", "essential"] } })).toHaveLength(3);
  });

  it("sort numbers as numbers", () => {
    expect(shown({ sort: { column: "order", descending: false } })).toEqual(["seed", "lora_alpha", "lora_rank"]);
    expect(shown({ sort: { column: "order", descending: true } })).toEqual(["lora_rank", "lora_alpha", "seed"]);
  });

  it("leave pinned rows to the top and do not filter them away", () => {
    const view = viewOf(rows, { ...initialState, query: "秩", pins: ["seed"] }, "zh-Hans");
    expect(view).toEqual({ pinned: ["seed"], rest: ["lora_rank"] });
  });

  it("are none but the pinned ones when only those are wanted", () =>
    expect(shown({ onlyPinned: true, pins: ["seed"] })).toEqual([]));

  it("include what another search found for the same words", () =>
    expect(shown({ query: "复现" }, new Set(["seed"]))).toEqual(["seed"]));
});
