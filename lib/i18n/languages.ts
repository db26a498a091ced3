export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** What `<html lang>` and `hreflang` say. */
export const languageTags = { zh: "zh-Hans", en: "en" } satisfies Record<Language, string>;

/** What `og:locale` says. */
export const openGraphLocales = { zh: "zh_CN", en: "en_US" } satisfies Record<Language, string>;

/** Each language's name for itself. */
export const languageNames = { zh: "中文", en: "English" } satisfies Record<Language, string>;

export function isLanguage(value: string): value is Language {
  return (languages as readonly string[]).includes(value);
}

export function otherLanguage(language: Language): Language {
  return language === "zh" ? "en" : "zh";
}

/** A text in both languages. */
export type Bilingual<T = string> = Readonly<Record<Language, T>>;
