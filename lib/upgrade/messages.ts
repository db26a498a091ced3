/** What a change is called and why it was made, in both languages. */

import type { Json } from "@/lib/checker/catalog";
import { writeValue } from "@/lib/checker/fix";
import type { Language } from "@/lib/i18n/languages";
import type { Change, ChangeKind } from "./change";

type Words = Readonly<Record<Language, (change: never) => string>>;

const value = (json: Json) => writeValue(json);
const pairs = (use: Readonly<Record<string, Json>>) => Object.entries(use).map(([key, own]) => `${key}: ${value(own)}`);
const list = { en: (names: readonly string[]) => names.join(", "), zh: (names: readonly string[]) => names.join("、") };

const relations: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  automatic: { en: "The trainer finds it out by itself now.", zh: "现在由训练程序自动判断，无需再写。" },
  "feature-rewritten": {
    en: "The feature was rewritten, and this key went with the old one.",
    zh: "相应功能已经重写，这个键随旧实现一起去掉了。",
  },
  moved: { en: "It moved to another place.", zh: "它已经移到别处。" },
};

type Of<K extends ChangeKind> = Extract<Change, { readonly kind: K }>;

const descriptions: { readonly [K in ChangeKind]: Readonly<Record<Language, (change: Of<K>) => string>> } = {
  renamed: {
    en: ({ key, to, release, what }) => `${key} → ${to}: ${what?.en ?? `${release} changed the name.`}`,
    zh: ({ key, to, release, what }) => `${key} → ${to}：${what?.zh ?? `${release} 改了名字。`}`,
  },
  value: {
    en: ({ key, from, use, release }) =>
      `${key}: ${value(from)} is written ${list.en(pairs(use))} (changed in ${release}).`,
    zh: ({ key, from, use, release }) => `${key}: ${value(from)} 要写成 ${list.zh(pairs(use))}（${release} 的改动）。`,
  },
  unit: {
    en: ({ key, from, to, what }) => `${key}: ${value(from)} → ${value(to)}. ${what.en}`,
    zh: ({ key, from, to, what }) => `${key}：${value(from)} → ${value(to)}。${what.zh}`,
  },
  split: {
    en: ({ key, use, release }) =>
      `${release} replaced ${key} by ${list.en(pairs(use)) || "keys that are written already"}.`,
    zh: ({ key, use, release }) => `${release} 用 ${list.zh(pairs(use)) || "已经写出的键"} 取代了 ${key}。`,
  },
  removed: {
    en: ({ key, release, relation, replacedBy }) =>
      [
        `${release} removed ${key}.`,
        relations[relation]?.en,
        replacedBy.length > 0 ? `See ${list.en(replacedBy)}.` : undefined,
      ]
        .filter(Boolean)
        .join(" "),
    zh: ({ key, release, relation, replacedBy }) =>
      [
        `${release} 去掉了 ${key}。`,
        relations[relation]?.zh,
        replacedBy.length > 0 ? `可参考 ${list.zh(replacedBy)}。` : undefined,
      ]
        .filter(Boolean)
        .join(""),
  },
  later: {
    en: ({ key, since: first }) => `${key} exists only since ${first}.`,
    zh: ({ key, since: first }) => `${key} 从 ${first} 起才有。`,
  },
  doubled: {
    en: ({ key, to }) => `${key} is taken out: ${to} says it already.`,
    zh: ({ key, to }) => `${key} 已注释掉：${to} 已经表达了同样的意思。`,
  },
  default: {
    en: ({ key, from, to, release, pinned }) =>
      `${key} is not written, and its default changed from ${value(from)} to ${value(to)} (${release}). ${
        pinned ? "The old value is written out." : `Write ${key}: ${value(from)} to keep the old behaviour.`
      }`,
    zh: ({ key, from, to, release, pinned }) =>
      `没有写 ${key}，而它的默认值由 ${value(from)} 变为 ${value(to)}（${release}）。${
        pinned ? "已把旧值写出。" : `想保持原来的行为，请写 ${key}: ${value(from)}。`
      }`,
  },
  behaviour: {
    en: ({ key, from, to, release, pinned }) =>
      `${release} introduced ${key} with ${value(to)} as its default; before, training behaved as with ${value(from)}. ${
        pinned ? "The old behaviour is written out." : `Write ${key}: ${value(from)} to keep it.`
      }`,
    zh: ({ key, from, to, release, pinned }) =>
      `${release} 新增了 ${key}，默认值是 ${value(to)}；此前的行为相当于 ${value(from)}。${
        pinned ? "已把旧行为写出。" : `想保持原来的行为，请写 ${key}: ${value(from)}。`
      }`,
  },
  refused: {
    en: ({ key, value: own, types, choices }) =>
      `${key}: ${value(own)} is not what the release takes: ${
        choices === null ? types.join(" or ") : choices.map(value).join(", ")
      }. It is left as it is.`,
    zh: ({ key, value: own, types, choices }) =>
      `目标版本不接受 ${key}: ${value(own)}，可取：${
        choices === null ? types.join(" 或 ") : choices.map(value).join("、")
      }。原样保留，请自行决定。`,
  },
  transformers: {
    en: ({ key, only, replacedBy }) =>
      `${key} exists with transformers ${only}.x only${
        replacedBy.length > 0 ? `; ${list.en(replacedBy)} exists with both lines` : ""
      }. It is left as it is.`,
    zh: ({ key, only, replacedBy }) =>
      `${key} 只在 transformers ${only}.x 下可用${
        replacedBy.length > 0 ? `；${list.zh(replacedBy)} 在两条版本线下都可用` : ""
      }。原样保留。`,
  },
  unknown: {
    en: ({ key }) => `Neither release has a parameter ${key}. It is left as it is.`,
    zh: ({ key }) => `两个版本都没有 ${key} 这个参数。原样保留。`,
  },
};

/** One or two sentences for the reader. */
export function describeChange(change: Change, language: Language): string {
  // The table is keyed by the kind, which TypeScript cannot follow through an index.
  return (descriptions[change.kind] as Words)[language](change as never);
}

/** What a report calls a change. */
export const kindNames: { readonly [K in ChangeKind]: Readonly<Record<Language, string>> } = {
  renamed: { en: "renamed", zh: "改名" },
  value: { en: "new value", zh: "换值" },
  unit: { en: "other unit", zh: "换算单位" },
  split: { en: "split", zh: "拆分" },
  removed: { en: "removed", zh: "已去掉" },
  later: { en: "not there yet", zh: "尚未提供" },
  doubled: { en: "taken out", zh: "重复" },
  default: { en: "other default", zh: "默认值变了" },
  behaviour: { en: "other behaviour", zh: "行为变了" },
  refused: { en: "value refused", zh: "取值不符" },
  transformers: { en: "depends on transformers", zh: "取决于 transformers" },
  unknown: { en: "unknown", zh: "未知" },
};
