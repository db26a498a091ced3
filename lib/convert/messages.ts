import type { Json } from "@/lib/checker/catalog";
import { writeValue } from "@/lib/checker/fix";
import type { Bilingual, Language } from "@/lib/i18n/languages";
import type { ConvertItem } from "./convert";
import type { ItemKind } from "./types";

export const itemKindNames = {
  same: { en: "translated", zh: "已转换" },
  converted: { en: "written in another way", zh: "换了写法" },
  default: { en: "default written out", zh: "写出默认值" },
  unneeded: { en: "not needed", zh: "无需写出" },
  lost: { en: "no counterpart", zh: "没有对应" },
} as const satisfies Readonly<Record<ItemKind, Bilingual>>;

const shown = (value: Json) => {
  const text = writeValue(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
};

/** `micro_batch_size: 2 → per_device_train_batch_size: 2. …` */
export function describeItem({ key, line, kind, value, use, note }: ConvertItem, language: Language): string {
  const written = Object.entries(use).map(([name, own]) => `${name}: ${shown(own)}`);
  // What nobody wrote has no left side.
  const left = kind === "default" || (line === null && value === null) ? "" : `${key}: ${shown(value)}`;
  const right = written.join(language === "zh" ? "、" : ", ");
  const change = [left, right].filter(Boolean).join(" → ");
  const remark = note?.[language] ?? "";
  if (language === "zh") return `${change}。${remark}`;
  return remark === "" ? change : `${change}. ${remark}`;
}
