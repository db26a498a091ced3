import type { Question, Topic } from "@/lib/explanations/load";
import type { Language } from "@/lib/i18n/languages";
import { urls } from "@/lib/urls";

/** Topics and questions as cards and lists show them. */
export function topicItem({ id, prose }: Topic, language: Language) {
  const { title, summary } = prose[language].frontmatter;
  return { href: urls.topic(language, id), title, summary };
}

export function questionItem({ id, prose }: Question, language: Language) {
  const { title, summary } = prose[language].frontmatter;
  return { href: urls.question(language, id), title, summary };
}
