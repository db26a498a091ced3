import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { answerCase, run } from "@/scripts/commands/check";
import { catalog, configWith } from "./support";

const folder = mkdtempSync(join(tmpdir(), "check-"));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

async function cli(
  argv: readonly string[],
): Promise<{ readonly code: number; readonly out: string; readonly errors: string }> {
  const written = { out: "", errors: "" };
  const capture = (name: keyof typeof written) => (chunk: unknown) => {
    written[name] += String(chunk);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(capture("out")),
    vi.spyOn(process.stderr, "write").mockImplementation(capture("errors")),
  ];
  try {
    return { code: await run(argv), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe("check on the command line", () => {
  const good = file("good.yaml", configWith("lora_rank: 8"));
  const bad = file("bad.yaml", configWith("fp16: true\nlora_rnak: 8"));

  it("ends with 1 where upstream would refuse a file, and says where", async () => {
    const { code, out } = await cli([good, bad, "--lang", "zh"]);
    expect(code).toBe(1);
    expect(out).toContain(`${bad}:9:1  error  hf-fp16-or-bf16`);
    expect(out).toMatch(/被拒绝/);
  });

  it("gives JSON per file", async () => {
    const { out } = await cli([good, bad, "--format", "json", "--command=train"]);
    const [first, second] = JSON.parse(out);
    expect(first).toMatchObject({ file: good, verdict: "accept", resolved: { lora_alpha: 16 } });
    expect(second).toMatchObject({ file: bad, verdict: "reject" });
    const [finding] = second.findings;
    expect(Object.keys(finding)).toEqual([
      "rule",
      "severity",
      "parameters",
      "line",
      "column",
      "message",
      "upstreamMessage",
      "source",
      "fix",
    ]);
    expect(finding).toMatchObject({
      rule: "hf-fp16-or-bf16",
      line: 9,
      column: 1,
      fix: [{ kind: "remove", key: "fp16" }],
    });
  });

  it("gives SARIF and GitHub's commands", async () => {
    const sarif = JSON.parse((await cli([bad, "--format", "sarif"])).out);
    expect(sarif.runs[0].results[0]).toMatchObject({ ruleId: "hf-fp16-or-bf16", level: "error" });
    expect((await cli([bad, "--format", "github"])).out).toContain("::error file=");
  });

  it("takes the machine from --env", async () => {
    const badam = file("badam.yaml", configWith("finetuning_type: full\nuse_badam: true"));
    expect((await cli([badam])).code).toBe(0);
    expect((await cli([badam, "--env", "gpus=8"])).code).toBe(1);
    expect((await cli([badam, "--env", "launch=torchrun,zero=3", "--release", "v0.9.4"])).code).toBe(1);
  });

  it("reads the DeepSpeed file beside the configuration", async () => {
    file("stage.json", '{"zero_optimization": {"stage": 3}}');
    const pissa = file("pissa.yaml", configWith("deepspeed: stage.json\npissa_init: true"));
    expect((await cli([pissa, "--format", "json"])).out).toContain("pissa-no-zero3");
  });

  it("answers cases line by line, with no look at their answers", () => {
    const cases = [
      {
        id: "a",
        mode: "train",
        argv: ["config.yaml"],
        files: { "config.yaml": configWith("") },
        env: {},
        verdict: "reject",
      },
      { id: "b", mode: "infer", argv: ["config.yaml"], files: { "config.yaml": "model_name_or_path: m\nbf16: true" } },
      { id: "c", mode: "train", argv: ["--help"], files: {} },
    ];
    const answers = cases.map((item) => JSON.parse(answerCase(JSON.stringify(item), catalog)));
    expect(answers.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual(["a accept", "b reject", "c help"]);
    expect(answers[1].findings[0]).toMatchObject({ rule: "unknown-keys-yaml", parameters: ["bf16"] });
  });

  it("ends with 2 where it is called wrongly", async () => {
    expect((await cli([])).code).toBe(2);
    expect((await cli(["--lang", "fr", good])).errors).toContain("--lang takes en, zh");
    expect((await cli([join(folder, "none.yaml")])).code).toBe(2);
  });
});
