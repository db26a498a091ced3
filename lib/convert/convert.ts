/** A configuration of another framework → a LLaMA-Factory YAML and, key by key, what became of it. Pure. */

import type { Json } from "@/lib/checker/catalog";
import { writeValue } from "@/lib/checker/fix";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import { axolotl } from "./axolotl";
import { datasetFileText } from "./datasets";
import { sectionOf, sections } from "./layout";
import { msSwift } from "./ms-swift";
import { readSource, SourceProblem } from "./read-source";
import type { ConvertFacts, ItemKind, Outcome, SourceConfig, SourceFramework, Target } from "./types";
import { inWords } from "./types";

export interface ConvertItem {
  readonly key: string;
  readonly line: number | null;
  readonly kind: ItemKind;
  readonly value: Json;
  readonly use: Readonly<Record<string, Json>>;
  readonly note: Bilingual | null;
}

export interface ConvertResult {
  /** Null where the text cannot be read, or trains in a way that LLaMA-Factory does not have. */
  readonly text: string | null;
  readonly items: readonly ConvertItem[];
  /** What dataset_info.json needs for the datasets that are named. */
  readonly datasetInfo: Readonly<Record<string, Json>>;
  readonly problem: Bilingual | null;
}

const frameworks = { axolotl, "ms-swift": msSwift } as const satisfies Record<SourceFramework, unknown>;

export function convert(
  text: string,
  from: SourceFramework,
  facts: ConvertFacts,
  language: Language = "en",
): ConvertResult {
  let source: SourceConfig;
  try {
    source = readSource(text, from);
  } catch (error) {
    if (!(error instanceof SourceProblem)) throw error;
    return { text: null, items: [], datasetInfo: {}, problem: error.what };
  }
  const { rules, defaults, check } = frameworks[from];
  const problem = check(source);
  if (problem !== null) return { text: null, items: [], datasetInfo: {}, problem };

  const target: Target = { keys: new Map(), datasetInfo: {} };
  const items: ConvertItem[] = [];
  for (const [key, { value, line }] of source.keys) {
    const outcome = outcomeOf(key, value, source, facts.names[from], rules, facts);
    const taken = put(target, outcome.use);
    Object.assign(target.datasetInfo, outcome.datasetInfo);
    const use = Object.fromEntries(Object.entries(outcome.use).filter(([name]) => !taken.includes(name)));
    if (taken.length > 0) items.push({ key, line, kind: "unneeded", value, use, note: takenNote(taken) });
    else items.push({ key, line, kind: outcome.kind, value, use, note: outcome.note ?? null });
  }
  for (const { key, use, note } of defaults(source, target, facts)) {
    const missing = Object.fromEntries(Object.entries(use).filter(([name]) => !target.keys.has(name)));
    if (Object.keys(missing).length === 0) continue;
    put(target, missing);
    items.push({ key, line: null, kind: "default", value: null, use: missing, note });
  }
  items.push(...adjust(target));
  return { text: write(target, language), items, datasetInfo: target.datasetInfo, problem: null };
}

/** What only the whole configuration shows. */
function adjust({ keys }: Target): ConvertItem[] {
  const items: ConvertItem[] = [];
  const add = (key: string, kind: ItemKind, use: Readonly<Record<string, Json>>, note: Bilingual) => {
    for (const [name, value] of Object.entries(use)) keys.set(name, value);
    items.push({ key, line: null, kind, value: null, use, note });
  };
  const batch = keys.get("per_device_train_batch_size");
  if (keys.get("neat_packing") === true && keys.get("flash_attn") === "fa2" && typeof batch === "number" && batch > 1)
    add(
      "per_device_train_batch_size",
      "default",
      {
        per_device_train_batch_size: 1,
        gradient_accumulation_steps: Number(keys.get("gradient_accumulation_steps") ?? 1) * batch,
      },
      {
        en: "With neat_packing and FlashAttention-2 the batch has to be 1; more steps are accumulated instead.",
        zh: "neat_packing 配合 FlashAttention-2 时批大小必须是 1，改为多累积几步。",
      },
    );
  if (keys.has("early_stopping_steps") && !keys.has("eval_strategy")) {
    keys.delete("early_stopping_steps");
    add(
      "early_stopping_steps",
      "unneeded",
      {},
      {
        en: "Nothing is evaluated while training, so that nothing could stop early.",
        zh: "训练中不做评估，无法提前停止。",
      },
    );
  }
  const placeholders = { model_name_or_path: "path/to/model", dataset: "your_dataset", output_dir: "saves/converted" };
  for (const [name, value] of Object.entries(placeholders))
    if (!keys.has(name))
      add(
        name,
        "lost",
        { [name]: value },
        {
          en: "Nothing in the configuration says it: put yours.",
          zh: "原来的配置里没有说明，请填写。",
        },
      );
  return items;
}

type Rules = Readonly<Record<string, (value: Json, source: SourceConfig, facts: ConvertFacts) => Outcome>>;

function outcomeOf(
  key: string,
  value: Json,
  source: SourceConfig,
  names: Readonly<Record<string, string>>,
  rules: Rules,
  facts: ConvertFacts,
): Outcome {
  if (value === null || value === "")
    return {
      kind: "unneeded",
      use: {},
      note: { en: "It has no value.", zh: "没有写值。" },
    };
  const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
  if (rule) return rule(value, source, facts);
  const name = Object.hasOwn(names, key) ? names[key] : undefined;
  if (name !== undefined) return { kind: "same", use: { [name]: value } };
  return { kind: "lost", use: {} };
}

/** The first word on a parameter is the last; only datasets add up. Gives the parameters that say something else already. */
function put({ keys }: Target, use: Readonly<Record<string, Json>>): string[] {
  const taken: string[] = [];
  for (const [name, value] of Object.entries(use)) {
    const known = keys.get(name);
    if (known === undefined) keys.set(name, value);
    else if (name === "dataset") keys.set(name, `${inWords(known)},${inWords(value)}`);
    else if (JSON.stringify(known) !== JSON.stringify(value)) taken.push(name);
  }
  return taken;
}

function takenNote(names: readonly string[]): Bilingual {
  return {
    en: `Another key has settled ${names.join(", ")} already.`,
    zh: `${names.join("、")} 已由另一个键决定。`,
  };
}

const titles: Readonly<Record<(typeof sections)[number], Bilingual>> = {
  model: { en: "model", zh: "模型" },
  method: { en: "method", zh: "方法" },
  dataset: { en: "dataset", zh: "数据" },
  output: { en: "output", zh: "输出" },
  train: { en: "train", zh: "训练" },
  eval: { en: "eval", zh: "评估" },
};

const firstKeys = ["stage", "do_train", "finetuning_type"];

/** What decides the rest of a section comes first, then what was written, in its order. */
function rank(name: string): number {
  const index = firstKeys.indexOf(name);
  return index < 0 ? firstKeys.length : index;
}

function write({ keys, datasetInfo }: Target, language: Language): string {
  const lines: string[] = [];
  for (const section of sections) {
    const own = [...keys].filter(([name]) => sectionOf(name) === section).sort(([a], [b]) => rank(a) - rank(b));
    if (own.length === 0) continue;
    if (lines.length > 0) lines.push("");
    lines.push(`### ${titles[section][language]}`);
    if (section === "dataset") lines.push(...datasetFileText(datasetInfo, language));
    lines.push(...own.map(([name, value]) => `${name}: ${writeValue(value)}`));
  }
  return `${lines.join("\n")}\n`;
}
