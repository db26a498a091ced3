import type { Histories } from "@/lib/history/history";
import type { Language } from "@/lib/i18n/languages";
import { urls } from "@/lib/urls";

export interface HistoriesFile {
  readonly histories: Histories;
  /** The parameters' names in words. */
  readonly labels: Readonly<Record<string, string>>;
}

let loading: Promise<HistoriesFile> | undefined;

/** Fetched when a reader first asks for another release, then kept. @throws when it cannot be had; asking again tries again */
export function loadHistories(language: Language): Promise<HistoriesFile> {
  loading ??= fetch(urls.histories(language)).then((response) => {
    if (!response.ok) throw new Error(`histories: ${response.status}`);
    return response.json() as Promise<HistoriesFile>;
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
