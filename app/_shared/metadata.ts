import type { Metadata } from "next";
import { type Language, languageTags } from "@/lib/i18n/languages";
import { absolute } from "@/lib/urls";

/** Title, description, canonical address and the twin in the other language. */
export function pageMetadata({
  title,
  description,
  language,
  path,
}: {
  title: string;
  description: string;
  language: Language;
  path: (language: Language) => string;
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
    },
    openGraph: { title, description, url: absolute(path(language)), type: "article" },
  };
}
