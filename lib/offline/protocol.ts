/** What pages and the service worker say to each other, and the list that a language is kept by. */

import type { Language } from "@/lib/i18n/languages";

export interface KeptFile {
  /** From the site's root. */
  readonly path: string;
  /** What is transferred. */
  readonly bytes: number;
}

/** `offline/zh.json`: everything in one language. Pages come in packs: gzipped JSON, `[path, html][]`. */
export interface KeepingList {
  readonly version: string;
  readonly bytes: number;
  readonly pages: readonly { readonly path: string; readonly title: string; readonly pack: number }[];
  readonly packs: readonly KeptFile[];
  readonly files: readonly KeptFile[];
}

export interface AvailablePage {
  readonly path: string;
  readonly title: string;
}

export interface KeepingState {
  readonly kind: "none" | "partial" | "complete";
  /** Of a complete copy, in milliseconds since 1970. */
  readonly savedAt?: number;
}

/** Questions of a page and the worker's answers. */
export interface OfflineQuestions {
  /** The page is there to stay: keep it and what it has fetched. `isChanged`: the server has another version of it. */
  visit: {
    asks: { readonly url: string; readonly resources: readonly string[]; readonly compare: boolean };
    answers: { readonly isChanged: boolean };
  };
  list: { asks: { readonly language: Language }; answers: readonly AvailablePage[] };
  state: { asks: { readonly language: Language }; answers: KeepingState };
  /** One file into the copy that is being made. */
  keep: { asks: { readonly language: Language; readonly version: string; readonly path: string }; answers: true };
  /** The copy is whole: it replaces an older one. */
  finish: { asks: { readonly language: Language; readonly list: KeepingList }; answers: true };
  forget: { asks: { readonly language: Language }; answers: true };
  /** Brings copies to the version that the server has. */
  refresh: { asks: Record<string, never>; answers: true };
}

export type OfflineAnswer = { readonly answers: unknown } | { readonly failed: "network" | "space" };
