import type { ReactNode } from "react";
import { type Language, languageTags } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { basePath, urls } from "@/lib/urls";

/** Runs before the first paint, so that a saved theme does not flash; and again where the page was drawn before the choice was made. */
const applyTheme = `{const apply=()=>{try{const t=localStorage.getItem("theme");if(t)document.documentElement.dataset.theme=t}catch{}};apply();document.addEventListener("prerenderingchange",apply);addEventListener("pageshow",e=>{if(e.persisted)apply()})}`;

/** What is only read; another page holds what its reader has typed, and must not be made ready before that is done. */
const readingPages = ["parameters", "environment", "topics", "questions"].map(
  (section) => `${basePath}/:language/${section}/:name([^.]+)`,
);

/**
 * Lets the browser fetch the page behind a link when the pointer rests on it, and draw it unseen where it is only read: a full page is
 * some 20 KB, and stands there with the click.
 */
const speculation = JSON.stringify({
  prefetch: [{ where: { href_matches: `${basePath}/*` }, eagerness: "moderate" }],
  prerender: [{ where: { href_matches: readingPages }, eagerness: "moderate" }],
});

/** `<html>` and `<body>` of every page. `script` is the file name of the site's own bundle. */
export function HtmlDocument({
  language,
  script,
  children,
}: {
  language: Language;
  script: string;
  children: ReactNode;
}) {
  return (
    <html lang={languageTags[language]} data-language={language} suppressHydrationWarning>
      <head>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
        <script dangerouslySetInnerHTML={{ __html: applyTheme }} />
        <link rel="icon" href={`${basePath}/favicon.svg`} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={urls.icon("apple-touch-icon.png")} />
        <link rel="manifest" href={urls.webManifest(language)} />
        <meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#14171a" media="(prefers-color-scheme: dark)" />
        <script type="module" src={urls.asset(script)} />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          href={urls.openSearch(language)}
          title={messagesFor(language).site.name}
        />
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
        <script type="speculationrules" dangerouslySetInnerHTML={{ __html: speculation }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
