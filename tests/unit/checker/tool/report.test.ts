import { describe, expect, it } from "vitest";
import { markdownReport } from "@/lib/checker/tool/report";
import { answer } from "@/lib/checker/tool/service";
import { checkSettings, factsOf, optionsOf } from "@/lib/checker/tool/settings";
import { checkMessages } from "@/lib/i18n/messages/check/texts";
import { loadCatalog } from "@/scripts/commands/check";

const catalog = loadCatalog();

function report(text: string, language: "en" | "zh" = "en"): string {
  const texts = checkMessages[language];
  const result = answer.check({ input: { text }, options: { lang: language }, facts: {}, files: {} }, catalog);
  return markdownReport(
    text,
    result,
    {
      title: texts.title,
      verdict: "verdict",
      severities: texts.findings.severities,
      line: texts.findings.line,
      upstream: texts.findings.upstream,
      source: texts.findings.source,
      assumptions: texts.verdict.assumptions,
      config: texts.input.label,
      none: texts.findings.none,
    },
    language,
  );
}

describe("the report", () => {
  it("names each finding with its line, upstream's words and the source", () => {
    const markdown = report("model_name_or_path: a\nlora_rnak: 8\n");
    expect(markdown).toContain("- **Error** Line 2: There is no parameter lora_rnak");
    expect(markdown).toContain("https://github.com/huggingface/transformers/blob/v4.57.6/");
    expect(report("model_name_or_path: a\nlora_rnak: 8\n", "zh")).toContain("- **错误** 第 2 行：");
  });

  it("holds no secret, neither in the config nor in a message", () => {
    const markdown = report(
      "model_name_or_path: a\nhub_token: hf_abcdefghijklmnopqrst\nrun_name: hf_abcdefghijklmnopqrst\n",
    );
    expect(markdown).not.toContain("hf_abcdefgh");
  });

  it("is not broken by code fences in the text", () => {
    const markdown = report("# ```\n# ````\nmodel_name_or_path: a\n");
    expect(markdown).toContain("`````yaml\n");
    expect(markdown.trimEnd().endsWith("</details>")).toBe(true);
  });
});

describe("settings in the address", () => {
  const parse = (query: string) => checkSettings.parse(new URLSearchParams(query));

  it("say nothing that was not chosen", () => {
    expect(optionsOf(parse(""), "zh")).toEqual({
      lang: "zh",
      release: "v0.9.5",
      environment: { transformers: "4.57" },
    });
    expect(factsOf(parse(""))).toEqual({});
  });

  it("become what the engine asks for", () => {
    const settings = parse(
      "command=export&release=main&gpus=8&bf16=no&zero=3&missing=vllm,deepspeed&samples=10&card=24",
    );
    expect(optionsOf(settings, "en")).toEqual({
      lang: "en",
      command: "export",
      release: "main",
      environment: { transformers: "4.57", gpus: 8, bf16: false, zero: 3, missing: ["deepspeed", "vllm"] },
    });
    expect(factsOf(settings)).toEqual({ samples: 10, cardGiB: 24 });
  });

  it("survive any address", () => {
    expect(parse("command=rm%20-rf&gpus=-5&release=__proto__&missing=constructor&card=NaN")).toMatchObject({
      command: "auto",
      gpus: 0,
      release: "v0.9.5",
      missing: [],
      card: 0,
    });
  });
});
