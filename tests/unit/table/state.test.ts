import { describe, expect, it } from "vitest";
import { initialState, readState, type TableShape, toQueryString, writeState } from "@/lib/table/state";

const shape: TableShape = {
  columns: ["name", "type", "default"],
  facets: { type: ["int", "float"] },
  rows: new Set(["lora_rank", "lora_alpha"]),
  prefix: "",
};

const read = (query: string, of = shape) => readState(new URLSearchParams(query), of);
const written = (query: string, of = shape) => toQueryString(writeState(read(query, of), of, new URLSearchParams()));

describe("a table's state in the address", () => {
  it("is empty for a table nobody has touched", () => {
    expect(read("")).toEqual(initialState);
    expect(toQueryString(writeState(initialState, shape, new URLSearchParams()))).toBe("");
  });

  it.each(["?q=rank", "?type=int,float", "?sort=-default", "?cols=name,type", "?pin=lora_rank&pinned=1", "?both=1"])(
    "%s says the same after reading and writing",
    (query) => expect(written(query)).toBe(query),
  );

  it("is written in one order, whatever the order of the link", () => {
    expect(written("?both=1&type=int&q=rank")).toBe("?q=rank&type=int&both=1");
  });

  it("drops what names nothing in this table, so a mangled link still opens", () => {
    expect(read("?type=banana&sort=colour&cols=nope&pin=gone,lora_rank")).toEqual({
      ...initialState,
      pins: ["lora_rank"],
    });
  });

  it("never hides the first column, which names the rows", () => {
    expect(read("?cols=default").columns).toEqual(["name", "default"]);
  });

  it("keeps what belongs to others in the address", () => {
    const next = writeState(read("?q=rank"), shape, new URLSearchParams("?utm=x&second.q=y"));
    expect(next.get("utm")).toBe("x");
    expect(next.get("second.q")).toBe("y");
  });

  it("stands beside a second table of the same page, each under its prefix", () => {
    const second = { ...shape, prefix: "second." };
    expect(read("?q=first&second.q=other", second).query).toBe("other");
    expect(written("?second.sort=name", second)).toBe("?second.sort=name");
  });

  it("does not say «only pinned» when nothing is pinned", () => {
    expect(written("?pinned=1")).toBe("");
  });
});
