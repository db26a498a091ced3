import type { Metadata } from "next";
import { type Language, languageTags, openGraphLocales, otherLanguage } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { cardSize } from "@/lib/sharing/card-svg";
import { fitDescription, fitTitle } from "@/lib/sharing/text";
import { absolute, urls } from "@/lib/urls";

/** Title, description, canonical address, the twin in the other language, and what a chat shows beside a link. */
export function pageMetadata({
  title,
  label,
  description,
  language,
  path,
  hasMarkdown = false,
  hasPicture = false,
}: {
  title: string;
  /** The title's name in words, where the title is an identifier. */
  label?: string | undefined;
  description: string;
  language: Language;
  path: (language: Language) => string;
  /** Whether the page has a Markdown twin. */
  hasMarkdown?: boolean;
  /** Whether a picture of its own is drawn for the page: see lib/sharing/cards.ts. */
  hasPicture?: boolean;
}): Metadata {
  const messages = messagesFor(language);
  const { site } = messages;
  const shared = {
    title: label === undefined ? title : `${title} · ${label}`,
    description: fitDescription(description, site.tagline),
  };
  return {
    title: { absolute: fitTitle({ name: title, label, site: site.name }) },
    description: shared.description,
    alternates: {
      canonical: absolute(path(language)),
      languages: {
        [languageTags.zh]: absolute(path("zh")),
        [languageTags.en]: absolute(path("en")),
        "x-default": absolute(path("en")),
      },
      types: {
        "application/atom+xml": [{ url: absolute(urls.feed(language)), title: messages.releases.feed }],
        ...(hasMarkdown ? { "text/markdown": absolute(urls.markdown(path(language))) } : {}),
      },
    },
    openGraph: {
      ...shared,
      url: absolute(path(language)),
      type: "article",
      siteName: site.name,
      locale: openGraphLocales[language],
      alternateLocale: openGraphLocales[otherLanguage(language)],
      images: [
        {
          ...cardSize,
          url: absolute(urls.socialImage(hasPicture ? path(language) : urls.home(language))),
          alt: hasPicture ? shared.title : `${site.name} · ${site.tagline}`,
          type: "image/png",
        },
      ],
    },
    // Title, text and picture follow from the above.
    twitter: { card: "summary_large_image" },
  };
}
