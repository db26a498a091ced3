/** Controlled vocabularies of comparison-table columns: the words that a facet column's cells begin with. */

import type { Bilingual } from "@/lib/i18n/languages";

export const tableVocabularies = {
  "yes-no": {
    yes: { zh: "是", en: "yes" },
    partly: { zh: "部分", en: "partly" },
    no: { zh: "否", en: "no" },
  },
  need: {
    required: { zh: "必需", en: "required" },
    optional: { zh: "可选", en: "optional" },
    none: { zh: "不需要", en: "none" },
  },
  amount: {
    low: { zh: "低", en: "low" },
    medium: { zh: "中", en: "medium" },
    high: { zh: "高", en: "high" },
    none: { zh: "无", en: "none" },
    depends: { zh: "视情况", en: "depends" },
  },
  verdict: {
    wrong: { zh: "错误", en: "wrong" },
    imprecise: { zh: "不准确", en: "imprecise" },
    outdated: { zh: "过时", en: "outdated" },
    unsupported: { zh: "无依据", en: "unsupported" },
  },
} as const satisfies Record<string, Record<string, Bilingual>>;

export type VocabularyId = keyof typeof tableVocabularies;

/** The value whose word a cell begins with, or null. Longer words first: 不需要 before 不. */
export function vocabularyValue(id: VocabularyId, cell: string, language: "zh" | "en"): string | null {
  const words: [string, Bilingual][] = Object.entries(tableVocabularies[id]);
  const found = words
    .filter(([, word]) => {
      const rest = cell.trim().slice(word[language].length);
      // `no` must not match `none`: an English word ends where its letters do.
      return cell.trim().startsWith(word[language]) && (language === "zh" || !/^[a-z]/i.test(rest));
    })
    .sort((a, b) => b[1][language].length - a[1][language].length);
  return found[0]?.[0] ?? null;
}
