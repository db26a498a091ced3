import type { Language } from "@/lib/i18n/languages";
import type { Translated } from "../en";
import { en } from "./en";
import { zh } from "./zh";

export type CheckTexts = Translated<typeof en>;

export const checkMessages = { en, zh } satisfies Record<Language, CheckTexts>;
