/** The tools for language models: the site's search, explanations, checker and calculators, with JSON for answers. */

import { readFileSync } from "node:fs";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import * as z from "zod";
import { COMMANDS, RELEASES } from "@/lib/checker/catalog";
import { check } from "@/lib/checker/check";
import { ReadProblem } from "@/lib/checker/read/problem";
import { convert } from "@/lib/convert/convert";
import { loadConvertFacts } from "@/lib/convert/load";
import { sourceFrameworks } from "@/lib/convert/types";
import { currentRelease } from "@/lib/facts/load";
import { languages } from "@/lib/i18n/languages";
import { loadUpgradeFacts } from "@/lib/upgrade/load";
import { describeChange } from "@/lib/upgrade/messages";
import { upgrade } from "@/lib/upgrade/upgrade";
import { absolute } from "@/lib/urls";
import { answer, inLanguage, refusal } from "./answer.ts";
import { diffConfigs, diffReleases } from "./diff.ts";
import { checkerCatalog, searchEngine } from "./engines.ts";
import { explain } from "./explain.ts";
import { plan } from "./plan.ts";

const language = z.enum(languages).describe("zh or en");
const yaml = z.string().max(200_000);

/** Nothing here writes, and nothing leaves the machine. */
const annotations = { readOnlyHint: true, openWorldHint: false } as const;

export function createMcpServer(): McpServer {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  const server = new McpServer(
    { name: "param-atlas", version },
    {
      instructions: `Param Atlas describes the training parameters of LLaMA-Factory ${currentRelease()}. Use search for a symptom, an error message or a name, explain for one parameter, check before a YAML is handed to a reader, plan for steps, trained parameters and GPU memory, and diff, upgrade or convert to move a YAML between releases or frameworks.`,
    },
  );

  server.registerTool(
    "search",
    {
      title: "Search parameters, values, topics, questions and error messages",
      description:
        "Finds by key, natural name, symptom, error message or another framework's name, in Chinese or English.",
      inputSchema: {
        query: z.string().min(1).max(2000),
        language: language.default("en"),
        limit: z.number().int().min(1).max(50).default(10),
      },
      annotations,
    },
    ({ query, language: own, limit }) => {
      const { results, isNearest } = searchEngine(own).search(query, limit);
      return answer({ query, isNearest, results: results.map((found) => ({ ...found, url: absolute(found.url) })) });
    },
  );

  server.registerTool(
    "explain",
    {
      title: "Explain a parameter or environment switch",
      description:
        "Everything about one name: type, default, choices, source line, releases, and what it does, how to choose it, conditions, pitfalls and an example.",
      inputSchema: {
        name: z.string().min(1).max(200).describe("as one writes it in YAML, such as lora_rank"),
        language: language.optional().describe("both languages where it is left out"),
      },
      annotations,
    },
    ({ name, language: own }) => explain(name, own),
  );

  server.registerTool(
    "check",
    {
      title: "Check a configuration",
      description:
        "Reads a YAML (or a llamafactory-cli command) as LLaMA-Factory's parser does: refusals, ignored or altered values, advice; each with its upstream line and, where it is certain, a fix.",
      inputSchema: {
        text: yaml,
        command: z.enum(COMMANDS).optional(),
        release: z.enum(RELEASES).optional(),
        language: language.default("en"),
        gpus: z.number().int().min(0).max(100_000).optional(),
        zeroStage: z.number().int().min(0).max(3).optional(),
      },
      annotations,
    },
    ({ text, command, release, language: own, gpus, zeroStage }) => {
      const environment = {
        ...(gpus === undefined ? {} : { gpus }),
        ...(zeroStage === undefined ? {} : { zero: zeroStage as 0 | 1 | 2 | 3 }),
      };
      const { explanations: _, ...result } = check(
        { text },
        {
          lang: own,
          environment,
          ...(command === undefined ? {} : { command }),
          ...(release === undefined ? {} : { release }),
        },
        checkerCatalog(),
      );
      return answer(result);
    },
  );

  server.registerTool(
    "plan",
    {
      title: "Plan a run",
      description:
        "From a YAML: optimizer steps, warmup, saves and evaluations; LoRA's trained parameters; peak GPU memory with a band. What the YAML leaves out is upstream's default.",
      inputSchema: {
        config: yaml.describe("a LLaMA-Factory training YAML"),
        samples: z.number().int().min(1).optional().describe("examples in the data"),
        averageTokens: z.number().positive().optional().describe("tokens of an average example; else cutoff_len"),
        gpus: z.number().int().min(1).max(100_000).default(1),
        gpuMemoryGiB: z.number().positive().optional().describe("memory of one GPU, to say whether it fits"),
        zeroStage: z.number().int().min(0).max(3).optional(),
      },
      annotations,
    },
    (input) => readable(() => answer(plan(input))),
  );

  server.registerTool(
    "diff",
    {
      title: "Compare two releases, or two configurations",
      description:
        "With from and to: keys added, removed, renamed or changed between two releases. With a and b: what two YAMLs say differently, defaults counted.",
      inputSchema: {
        from: z.string().optional().describe("release, such as v0.9.1"),
        to: z.string().optional().describe("release; else the described one"),
        a: yaml.optional(),
        b: yaml.optional(),
      },
      annotations,
    },
    ({ from, to, a, b }) =>
      readable(() => {
        if (a !== undefined && b !== undefined) return answer(diffConfigs(a, b));
        if (from === undefined) return refusal("give from and to, or a and b");
        return withReleases([from, to ?? currentRelease()], () => answer(diffReleases(from, to ?? currentRelease())));
      }),
  );

  server.registerTool(
    "upgrade",
    {
      title: "Move a configuration to another release",
      description:
        "A YAML for one release becomes one for another, older ones too. Every change is explained with its release and source; no key is dropped silently.",
      inputSchema: {
        config: yaml,
        from: z.string(),
        to: z.string().optional(),
        pin: z.boolean().default(false).describe("write out defaults that changed, with their old value"),
        language: language.default("en"),
      },
      annotations,
    },
    ({ config, from, to, pin, language: own }) =>
      withReleases([from, to ?? currentRelease()], () => {
        const options = { from, to: to ?? currentRelease(), pin, language: own };
        const { changes, ...result } = upgrade(config, options, loadUpgradeFacts());
        const described = changes.map((change) => ({ ...change, message: describeChange(change, own) }));
        return answer(inLanguage({ ...result, changes: described }, own) as object);
      }),
  );

  server.registerTool(
    "convert",
    {
      title: "Convert an Axolotl or ms-swift configuration",
      description:
        "A LLaMA-Factory YAML, and for each key of the source whether it was translated, means something else, or has no counterpart.",
      inputSchema: { config: yaml, from: z.enum(sourceFrameworks), language: language.default("en") },
      annotations,
    },
    ({ config, from, language: own }) =>
      answer(inLanguage(convert(config, from, loadConvertFacts(), own), own) as object),
  );
  return server;
}

function readable(run: () => CallToolResult): CallToolResult {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ReadProblem)) throw error;
    return refusal(error.upstreamText ?? error.rule, { line: error.details.place?.line ?? null });
  }
}

function withReleases(tags: readonly string[], run: () => CallToolResult): CallToolResult {
  const { releases } = loadUpgradeFacts().histories;
  const unknown = tags.find((tag) => !releases.includes(tag));
  return unknown === undefined ? run() : refusal(`there is no release ${unknown}`, { releases });
}
