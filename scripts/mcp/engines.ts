import type { Language } from "@/lib/i18n/languages";
import { once, oncePerKey } from "@/lib/once";
import { buildIndex } from "@/lib/search/build";
import { createEngine } from "@/lib/search/engine";
import { loadCatalog } from "../commands/check.ts";

/** The site's search in one language; it costs a second to make. */
export const searchEngine = oncePerKey((language: string) => createEngine(buildIndex(language as Language)));

/** The checker's catalog, read once. */
export const checkerCatalog = once(loadCatalog);
