import { spawn } from "node:child_process";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadParameters } from "@/lib/catalog";
import { languages } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { createMcpServer } from "@/scripts/mcp/server";
import { warmUp } from "@/scripts/mcp/warm-up";

/** An answer of a tool; what it holds is what these tests are about. */
// biome-ignore lint/suspicious/noExplicitAny: read as a client reads it, which knows no types
type Answer = any;

const client = new Client({ name: "test", version: "0" });

beforeAll(async () => {
  warmUp();
  const [near, far] = InMemoryTransport.createLinkedPair();
  await createMcpServer().connect(far);
  await client.connect(near);
}, 120_000);
afterAll(() => client.close());

async function call(name: string, input: Record<string, unknown>): Promise<Answer> {
  const result = await client.callTool({ name, arguments: input });
  const [content] = result.content as { type: string; text: string }[];
  expect(result.structuredContent).toEqual(JSON.parse(content?.text ?? ""));
  return { ...(result.structuredContent as object), isError: result.isError };
}

const sft = `model_name_or_path: Qwen/Qwen2.5-7B
stage: sft
do_train: true
finetuning_type: lora
lora_rank: 8
dataset: alpaca_en_demo
template: qwen
output_dir: saves/a
per_device_train_batch_size: 2
gradient_accumulation_steps: 4
num_train_epochs: 3
bf16: true
`;

describe("a conversation", () => {
  it("lists its tools, none of which writes", async () => {
    const { tools } = await client.listTools();
    const names = tools.map(({ name }) => name);
    expect(names).toEqual(["search", "explain", "check", "plan", "diff", "upgrade", "convert"]);
    for (const language of languages) expect(Object.keys(messagesFor(language).machines.mcpTools)).toEqual(names);
    for (const { annotations, inputSchema } of tools) {
      expect(annotations?.readOnlyHint).toBe(true);
      expect(inputSchema.type).toBe("object");
    }
  });

  it("search: a symptom in Chinese", async () => {
    const { results } = await call("search", { query: "显存不够怎么办", language: "zh", limit: 5 });
    expect(results).toHaveLength(5);
    expect(results[0]).toMatchObject({
      kind: expect.any(String),
      key: expect.any(String),
      url: expect.stringMatching(/^https:.*\/zh\//),
    });
  });

  it("search: another framework's name", async () => {
    const { results } = await call("search", { query: "micro_batch_size" });
    expect(results[0].key).toBe("per_device_train_batch_size");
  });

  it("explain: facts and both languages, or one", async () => {
    const both = await call("explain", { name: "lora_rank" });
    expect(both).toMatchObject({ name: "lora_rank", default: 8, types: ["int"], label: { zh: expect.any(String) } });
    const zh = await call("explain", { name: "lora_rank", language: "zh" });
    expect(zh.label).toBe(both.label.zh);
    expect(zh.sections[0].markdown).toBe(both.sections[0].markdown.zh);
  });

  it("explain: says the same facts as the catalog", async () => {
    const some = [...loadParameters()].filter((_, index) => index % 20 === 0);
    for (const [name, { facts }] of some) {
      const told = await call("explain", { name, language: "en" });
      expect(told.default, name).toEqual(facts.default ?? null);
      expect(told.types, name).toEqual(facts.types);
      expect(told.choices, name).toEqual(facts.choices);
    }
  });

  it("explain: an environment switch, a former name, a slip", async () => {
    expect((await call("explain", { name: "FORCE_TORCHRUN", language: "en" })).markdown).toContain("FORCE_TORCHRUN");
    expect(await call("explain", { name: "dpo_beta2" })).toMatchObject({ isError: true });
    expect(await call("explain", { name: "lora_rnak" })).toMatchObject({
      isError: true,
      nearest: expect.arrayContaining(["lora_rank"]),
    });
  });

  it("check: accepts and refuses as upstream does", async () => {
    expect(await call("check", { text: sft })).toMatchObject({ verdict: "accept", release: "v0.9.5" });
    const refused = await call("check", { text: `${sft}lora_rnk: 3\n`, language: "zh" });
    expect(refused.verdict).toBe("reject");
    expect(refused.findings[0]).toMatchObject({ parameters: expect.arrayContaining(["lora_rnk"]), line: 13 });
  });

  it("plan: steps, trained parameters and memory", async () => {
    const told = await call("plan", { config: sft, samples: 1000, averageTokens: 300, gpus: 2, gpuMemoryGiB: 24 });
    // ceil(ceil(1000 / 2) / 2 / 4) updates an epoch, three epochs.
    expect(told.run).toMatchObject({ effectiveBatch: 16, updatesPerEpoch: 63, totalSteps: 189 });
    expect(told.lora.trainableParameters).toBe(20_185_088);
    expect(told.memory.perGpuGiB).toBeGreaterThan(14);
    expect(told.memory.betweenGiB[0]).toBeLessThan(told.memory.perGpuGiB);
  });

  it("plan: says what is missing", async () => {
    const told = await call("plan", { config: "model_name_or_path: nobody/knows\n" });
    expect(told.run.problem).toContain("samples");
    expect(told.model.problem).toBeDefined();
    expect(await call("plan", { config: "a: b: c" })).toMatchObject({ isError: true });
  });

  it("diff: two releases, two configurations", async () => {
    const releases = await call("diff", { from: "v0.9.2", to: "v0.9.3" });
    expect(releases.changed.map(({ name }: { name: string }) => name)).toContain("quantization_method");
    const configs = await call("diff", { a: sft, b: `${sft.replace("lora_rank: 8\n", "")}learning_rate: 1.0e-4\n` });
    expect(configs).toMatchObject({ writtenInOneButDefault: ["lora_rank"] });
    expect(configs.changed).toEqual([{ key: "learning_rate", a: 5e-5, b: 1e-4, writtenIn: "b", isKnown: true }]);
    expect(await call("diff", { from: "v9" })).toMatchObject({
      isError: true,
      releases: expect.arrayContaining(["v0.9.5"]),
    });
  });

  it("upgrade and convert", async () => {
    const moved = await call("upgrade", { config: "dpo_beta: 0.3\n", from: "v0.7.1" });
    expect(moved).toMatchObject({ text: expect.stringContaining("pref_beta: 0.3"), problem: null });
    const other = await call("convert", { config: "base_model: a/b\nadapter: lora\nlora_r: 4\n", from: "axolotl" });
    expect(other.text).toContain("lora_rank: 4");
  });
});

it("answers within 50 ms in 95 of 100 calls", async () => {
  const calls: [string, Record<string, unknown>][] = [
    ["search", { query: "loss is nan", language: "en" }],
    ["search", { query: "学习率预热", language: "zh" }],
    ["explain", { name: "cutoff_len" }],
    ["check", { text: sft }],
    ["plan", { config: sft, samples: 5000, gpus: 8 }],
    ["diff", { from: "v0.8.0", to: "v0.9.5" }],
    ["upgrade", { config: sft, from: "v0.8.0" }],
    ["convert", { config: "base_model: a/b\nadapter: lora\n", from: "axolotl" }],
  ];
  // Processor time, not the clock's: what else runs on the machine is no part of a call.
  const times: number[] = [];
  for (let round = 0; round < 15; round++)
    for (const [name, input] of calls) {
      const start = process.cpuUsage();
      await client.callTool({ name, arguments: input });
      const { user, system } = process.cpuUsage(start);
      times.push((user + system) / 1000);
    }
  times.sort((a, b) => a - b);
  expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(50);
}, 60_000);

it("starts from any folder and speaks over standard input and output", async () => {
  const server = spawn(process.execPath, [`${process.cwd()}/bin/param-atlas-mcp.mjs`], { cwd: "/" });
  const request = {
    jsonrpc: "2.0",
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "0" } },
  };
  server.stdin.write(`${JSON.stringify(request)}\n`);
  const line = await new Promise<string>((resolve, reject) => {
    server.stdout.once("data", (data) => resolve(String(data)));
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
  server.kill();
  expect(JSON.parse(line).result.serverInfo.name).toBe("param-atlas");
}, 60_000);
