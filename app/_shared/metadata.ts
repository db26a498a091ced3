import type { Metadata } from "next";
import { type Language, languageTags } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { absolute, urls } from "@/lib/urls";

/** Title, description, canonical address and the twin in the other language. */
export function pageMetadata({
  title,
  description,
  language,
  path,
  hasMarkdown = false,
}: {
  title: string;
  description: string;
  language: Language;
  path: (language: Language) => string;
  /** Whether the page has a Markdown twin. */
  hasMarkdown?: boolean;
}): Metadata {
  return {
    title,
    description,
    alternates: {
      canonical: absolute(path(language)),
      languages: {
        [languageTags.zh]: absolute(path("zh")),
        [languageTags.en]: absolute(path("en")),
        "x-default": absolute(path("en")),
      },
      types: {
        "application/atom+xml": [{ url: absolute(urls.feed(language)), title: messagesFor(language).releases.feed }],
        ...(hasMarkdown ? { "text/markdown": absolute(urls.markdown(path(language))) } : {}),
      },
    },
    openGraph: { title, description, url: absolute(path(language)), type: "article" },
  };
}
