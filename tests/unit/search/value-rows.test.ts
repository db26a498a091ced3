import { describe, expect, it } from "vitest";
import { buildIndex } from "@/lib/search/build";
import { createEngine } from "@/lib/search/engine";
import { loadValueRows } from "@/lib/search/value-rows";

describe("a value that has a row in a topic's table", () => {
  it("is known by parameter and value", () => {
    const rows = loadValueRows();
    expect(rows.get("lr_scheduler_type: cosine")).toEqual(["lr-schedulers", "cosine"]);
    expect(rows.get("flash_attn: fa2")).toEqual(["acceleration", "fa2"]);
    expect(rows.get("optim: adamw_8bit")).toEqual(["optimizers", "adamw_8bit"]);
  });

  it("is found with a link to the row", () => {
    const [first] = createEngine(buildIndex("zh")).search("cosine_with_restarts").results;
    expect(first).toMatchObject({ kind: "value", url: "/zh/topics/lr-schedulers#cosine_with_restarts" });
  });
});
