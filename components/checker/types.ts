import type { KeyTexts } from "@/lib/checker/tool/key-texts";
import type { Language } from "@/lib/i18n/languages";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";

/** What every part of the checker's page is given. */
export interface CheckContext {
  readonly language: Language;
  readonly texts: CheckTexts;
  readonly keyTexts: KeyTexts;
  readonly goTo: (line: number, column: number | null) => void;
}

/** A message about something that was just done. */
export interface Notice {
  readonly text: string;
  readonly isBad?: boolean;
  /** To be copied by hand. */
  readonly value?: string;
  /** The text from before, which one press brings back; only as long as the text is `after`. */
  readonly undo?: { readonly before: string; readonly after: string };
  readonly retry?: boolean;
}
