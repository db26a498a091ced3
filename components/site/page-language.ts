import { isLanguage, type Language } from "@/lib/i18n/languages";

export function pageLanguage(): Language {
  const language = document.documentElement.dataset.language ?? "";
  return isLanguage(language) ? language : "en";
}
