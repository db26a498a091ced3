/** Datasets: other frameworks describe them where they are used, LLaMA-Factory in dataset_info.json. */

import type { Json } from "@/lib/checker/catalog";
import type { Language } from "@/lib/i18n/languages";

export interface NamedDataset {
  readonly name: string;
  readonly entry: { readonly [key: string]: Json };
  /** Nothing says how its columns are to be read. */
  readonly isGuess: boolean;
}

/** `teknium/GPT4-LLM-Cleaned` → `gpt4_llm_cleaned`; names stand in a list with commas. */
export function datasetName(path: string): string {
  const last = path.split(/[/\\]/).filter(Boolean).at(-1) ?? "dataset";
  const name = last
    .replace(/\.(jsonl?|csv|parquet|arrow|txt)$/i, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  return name || "dataset";
}

export function isFile(path: string): boolean {
  return /^[./~]/.test(path) || /\.(jsonl?|csv|parquet|arrow|txt)$/i.test(path);
}

export const openaiTags = {
  role_tag: "role",
  content_tag: "content",
  user_tag: "user",
  assistant_tag: "assistant",
  system_tag: "system",
} as const;

/** Names have to differ; a second dataset of a name gets a number. */
export function distinct(datasets: readonly NamedDataset[]): NamedDataset[] {
  const seen = new Map<string, number>();
  return datasets.map((dataset) => {
    const count = (seen.get(dataset.name) ?? 0) + 1;
    seen.set(dataset.name, count);
    return count === 1 ? dataset : { ...dataset, name: `${dataset.name}_${count}` };
  });
}

/** What has to stand in dataset_info.json, as remarks above the dataset keys. */
export function datasetFileText(info: Readonly<Record<string, Json>>, language: Language): string[] {
  if (Object.keys(info).length === 0) return [];
  const head =
    language === "zh" ? "在 dataset_dir 的 dataset_info.json 里登记：" : "dataset_info.json in dataset_dir needs:";
  return [head, ...JSON.stringify(info, null, 2).split("\n")].map((line) => `# ${line}`);
}
