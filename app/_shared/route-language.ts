import { isLanguage, type Language } from "@/lib/i18n/languages";

/** Narrows the `[lang]` segment; only the two languages are ever generated. */
export async function routeLanguage(params: Promise<{ lang: string }>): Promise<Language> {
  const { lang } = await params;
  if (!isLanguage(lang)) throw new Error(`no such language: ${lang}`);
  return lang;
}
