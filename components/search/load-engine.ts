import { pageLanguage } from "@/components/site/page-language";
import { createEngineGradually, type SearchEngine } from "@/lib/search/engine";
import { type PackedIndex, unpack } from "@/lib/search/pack";
import { urls } from "@/lib/urls";

let loading: Promise<SearchEngine> | undefined;

/** The engine with the index of the page's language, loaded once. @throws when the index cannot be had; a later call tries again */
export function loadEngine(): Promise<SearchEngine> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<SearchEngine> {
  const response = await fetch(urls.searchIndex(pageLanguage()));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return createEngineGradually(unpack((await response.json()) as PackedIndex));
}
