import { describe, expect, it } from "vitest";
import { languages } from "@/lib/i18n/languages";
import { buildIndex } from "@/lib/search/build";
import { createEngine, createEngineGradually } from "@/lib/search/engine";
import { pack, unpack } from "@/lib/search/pack";

const engines = { zh: createEngine(buildIndex("zh")), en: createEngine(buildIndex("en")) };
const first = (query: string, language: "zh" | "en" = "en") => {
  const [result] = engines[language].search(query).results;
  return result === undefined ? null : `${result.kind} ${result.kind === "value" ? result.title : result.key}`;
};

describe.each(languages)("on a %s page", (language) => {
  it.each([
    "lora_alpha",
    "LORA-ALPHA",
    "lora alpha",
    "ｌｏｒａ＿ａｌｐｈａ",
    "loraalpha",
    "--lora_alpha",
    "lora_alpha: 16",
  ])("the key is first, however it is written: %s", (query) => {
    expect(first(query, language)).toBe("parameter lora_alpha");
  });

  it.each([
    ["learning rate", "parameter learning_rate"],
    ["学习率", "parameter learning_rate"],
    ["學習率", "parameter learning_rate"],
    ["梯度累计", "parameter gradient_accumulation_steps"],
    ["截断长度", "parameter cutoff_len"],
    ["validation set size", "parameter val_size"],
  ])("a name of either language finds its parameter: %s", (query, expected) => {
    expect(first(query, language)).toBe(expected);
  });

  it.each([
    ["tempalte", "parameter template"],
    ["gradient_acumulation", "parameter gradient_accumulation_steps"],
    ["flash_atten", "parameter flash_attn"],
    ["resume_from_chekpoint", "parameter resume_from_checkpoint"],
  ])("a slip of the finger is forgiven: %s", (query, expected) => {
    expect(first(query, language)).toBe(expected);
  });

  it.each([
    ["SimPO", "value pref_loss: simpo"],
    ["paged_adamw_8bit", "value optim: paged_adamw_8bit"],
    ["nf4", "value quantization_type: nf4"],
    ["cosine_with_min_lr", "value lr_scheduler_type: cosine_with_min_lr"],
  ])("a value is a result of its own: %s", (query, expected) => {
    expect(first(query, language)).toBe(expected);
  });

  it.each([
    ["dpo_beta", "parameter pref_beta"],
    ["checkpoint_dir", "parameter adapter_name_or_path"],
    ["no_cuda", "parameter use_cpu"],
  ])("a name that is no more leads to the one that took its place: %s", (query, expected) => {
    expect(first(query, language)).toBe(expected);
  });

  it.each([
    ["modules_to_save", "parameter additional_target"],
    ["train_micro_batch_size_per_gpu", "parameter per_device_train_batch_size"],
    ["swift max_length", "parameter cutoff_len"],
  ])("another framework's name finds ours: %s", (query, expected) => {
    expect(first(query, language)).toBe(expected);
  });

  it("a described symptom finds the question, with the parameters that answer it", () => {
    for (const query of ["显存不足", "爆显存", "CUDA out of memory"]) {
      const [result] = engines[language].search(query).results;
      expect(result).toMatchObject({ kind: "question", key: "out-of-memory" });
      expect(result?.parameters.length).toBeGreaterThan(2);
      expect(result?.parameters.length).toBeLessThanOrEqual(6);
    }
  });

  it("an environment switch is found", () => {
    expect(first("FORCE_TORCHRUN", language)).toBe("environment FORCE_TORCHRUN");
  });

  it("is never a dead end", () => {
    const { results, isNearest } = engines[language].search("qwzxv plmkj");
    expect(isNearest).toBe(true);
    expect(results.length).toBeGreaterThan(0);
  });

  it("says nothing to nothing", () => {
    for (const query of ["", "  ", "？"]) expect(engines[language].search(query).results).toEqual([]);
  });

  it("leads only to addresses of its own language", () => {
    for (const { url } of engines[language].search("lora", 60).results) expect(url).toMatch(`/${language}/`);
  });
});

describe("pinyin", () => {
  it.each([
    ["xuexilv", "parameter learning_rate"],
    ["xue xi lv", "parameter learning_rate"],
    ["yure bushu", "parameter warmup_steps"],
    ["jieduan changdu", "parameter cutoff_len"],
    ["suijizhongzi", "parameter seed"],
    ["xxl", "parameter learning_rate"],
  ])("in full, cut or run together, or by initials: %s", (query, expected) => {
    expect(first(query, "zh")).toBe(expected);
  });

  it("says that it was read as pinyin", () => {
    expect(engines.zh.search("moban").results[0]?.reason.field).toBe("pinyin");
  });
});

it("marks what was found, in words and in synonyms, not what merely follows", () => {
  const { terms } = engines.zh.search("爆显存");
  const text = "训练时显存不足怎么办";
  expect(engines.zh.mark(text, terms).map(([start, end]) => text.slice(start, end))).toEqual(["显存不足"]);
  expect(engines.en.mark("rank instead", engines.en.search("rank").terms)).toEqual([[0, 4]]);
});

it("answers the same after the index has travelled, and when it is built in slices", async () => {
  const travelled = createEngine(unpack(JSON.parse(JSON.stringify(pack(buildIndex("en"))))));
  const sliced = await createEngineGradually(buildIndex("en"));
  for (const query of ["lora rank", "resume from checkpoint", "OOM", "wandb"]) {
    const expected = engines.en.search(query).results.map(({ kind, key, score }) => ({ kind, key, score }));
    for (const engine of [travelled, sliced])
      expect(engine.search(query).results.map(({ kind, key, score }) => ({ kind, key, score }))).toEqual(expected);
  }
});
