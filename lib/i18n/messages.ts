import type { Language } from "./languages";
import { en, type Messages } from "./messages/en";
import { zh } from "./messages/zh";

export type { Messages };

const all = { zh, en } satisfies Record<Language, Messages>;

export function messagesFor(language: Language): Messages {
  return all[language];
}
