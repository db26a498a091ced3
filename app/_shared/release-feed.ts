import { loadReleaseRemark } from "@/lib/explanations/load";
import { atomFeed, type FeedEntry } from "@/lib/feed/atom";
import { type Differences, differences } from "@/lib/history/history";
import { loadHistories, loadReleasePages } from "@/lib/history/load";
import { type Language, languageTags } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { absolute, urls } from "@/lib/urls";

/** One entry per release; the main snapshot is none and moves too often for a feed. */
export function releaseFeed(language: Language, url: string): Response {
  const { site, releases } = messagesFor(language);
  const entries = loadReleasePages()
    .filter(({ commit }) => commit === null)
    .map(({ tag, date, previous }): FeedEntry => {
      const found = differences(loadHistories(), previous, tag);
      const remark = loadReleaseRemark(tag)?.prose[language].frontmatter.summary;
      return {
        title: releases.pageTitle(tag),
        url: absolute(urls.release(language, tag)),
        date,
        text: [remark, sentence(found, language)].filter(Boolean).join(" "),
      };
    })
    .reverse();
  const text = atomFeed({
    title: `${site.name} · ${releases.title}`,
    subtitle: releases.lead,
    url: absolute(url),
    page: absolute(urls.releases(language)),
    languageTag: languageTags[language],
    author: site.name,
    entries,
  });
  return new Response(text, { headers: { "content-type": "application/atom+xml; charset=utf-8" } });
}

function sentence({ added, removed, renamed, changed }: Differences, language: Language): string {
  const { counts, nothing } = messagesFor(language).releases;
  const parts = [
    [counts.renamed, renamed.map(({ from, to }) => `${from} → ${to}`)],
    [counts.removed, removed.map(({ name }) => name)],
    [counts.changed, changed.map(({ name }) => name)],
    [counts.added, added],
  ] as const;
  const told = parts
    .filter(([, names]) => names.length > 0)
    .map(([count, names]) =>
      language === "zh"
        ? `${count(names.length)}：${names.join("、")}。`
        : `${count(names.length)}: ${names.join(", ")}.`,
    );
  return told.length === 0 ? nothing : told.join(" ");
}
