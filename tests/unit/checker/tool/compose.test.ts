import { describe, expect, it } from "vitest";
import { check } from "@/lib/checker/check";
import { compose } from "@/lib/checker/tool/compose";
import { templateOf } from "@/lib/checker/tool/templates";
import { GOALS, METHODS, type Wish } from "@/lib/checker/tool/wish";
import { loadCatalog } from "@/scripts/commands/check";

const catalog = loadCatalog();
const wish: Wish = {
  goal: "sft",
  model: "Qwen/Qwen3-4B",
  method: "lora",
  gpus: 1,
  cardGiB: 24,
  bf16: true,
  dataset: "",
};

const all = GOALS.flatMap((goal) =>
  METHODS.flatMap((method) =>
    [1, 8].flatMap((gpus) => [true, false].map((bf16) => ({ ...wish, goal, method, gpus, bf16 }))),
  ),
);

describe("everything it writes", () => {
  it.each(all)("passes the engine: $goal, $method, $gpus GPUs, bf16 $bf16", ({ ...asked }) => {
    for (const lang of ["en", "zh"] as const) {
      const text = compose(asked, lang);
      const result = check(
        { text, fileName: "config.yaml" },
        { lang, environment: { gpus: asked.gpus, bf16: asked.bf16 } },
        catalog,
      );
      expect({ text, findings: result.findings.filter(({ severity }) => severity !== "note") }).toEqual({
        text,
        findings: [],
      });
      expect(result.verdict).toBe("accept");
      expect(result.command).toBe(asked.goal === "export" ? "export" : "train");
    }
  });

  it("has a comment on every line, in the reader's language", () => {
    for (const line of compose(wish, "zh")
      .split("\n")
      .filter((text) => /^\w/.test(text)))
      expect(line).toMatch(/ # .*\p{Script=Han}/u);
    for (const line of compose(wish, "en")
      .split("\n")
      .filter((text) => /^\w/.test(text)))
      expect(line).not.toMatch(/\p{Script=Han}/u);
  });

  it.each(["", "a: b # c", `'"{[`, "模型/名字", "x\ny: 1", "C:\\models\\qwen", "null", "*a"])(
    "takes any model name: %j",
    (model) => {
      const text = compose({ ...wish, model, dataset: model }, "en");
      const result = check({ text, fileName: "config.yaml" }, { lang: "en" }, catalog);
      expect(result.verdict, text).toBe("accept");
      const value = result.explanations.find(({ name }) => name === "model_name_or_path")?.value;
      if (model.trim() && model !== "null") expect(value).toBe(model.replace(/\s+/g, " "));
    },
  );
});

it("knows the template of the usual models, and says when it does not", () => {
  expect(templateOf("Qwen/Qwen3-4B-Instruct-2507")).toBe("qwen3_nothink");
  expect(templateOf("Qwen/Qwen3-8B")).toBe("qwen3");
  expect(templateOf("meta-llama/Llama-3.1-8B-Instruct")).toBe("llama3");
  expect(templateOf("/data/models/Qwen2_5-VL-7B-Instruct")).toBe("qwen2_vl");
  expect(templateOf("someone/else")).toBeNull();
});

it("says how to start several GPUs with full training", () => {
  expect(compose({ ...wish, method: "full", gpus: 8 }, "en")).toContain("FORCE_TORCHRUN=1 llamafactory-cli train");
});

it("reads the rate as a number", () => {
  const result = check({ text: compose(wish, "en"), fileName: "a.yaml" }, {}, catalog);
  expect(result.explanations.find(({ name }) => name === "learning_rate")?.value).toBe("0.0001");
});
