import { Menu, Search, SunMoon } from "lucide-react";
import { searchTexts } from "@/components/search/texts";
import { type Language, languageTags, otherLanguage } from "@/lib/i18n/languages";
import type { Messages } from "@/lib/i18n/messages";
import { urls } from "@/lib/urls";

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
}

/**
 * Works without its script: the language link leads to the same page's other version (the script adds query and anchor), and
 * the search button is a link to the table of all parameters, which the browser's own find searches.
 */
export function Header({
  language,
  messages,
  navigation,
  twin,
}: {
  language: Language;
  messages: Messages;
  navigation: readonly NavigationItem[];
  /** This page's address in the other language. */
  twin: string;
}) {
  const { site, search } = messages;
  const other = otherLanguage(language);
  return (
    <header className="no-print sticky top-0 z-20 border-b border-line bg-paper/95 backdrop-blur">
      <a href="#content" className="button absolute left-2 top-2 z-30 not-focus:sr-only">
        {site.skipToContent}
      </a>
      <div className="mx-auto flex h-(--header-height) max-w-7xl items-center gap-2 px-3 sm:gap-4 sm:px-4">
        <a href={urls.home(language)} className="shrink-0 font-semibold text-ink no-underline">
          {site.name}
        </a>
        <nav aria-label={site.mainNavigation} className="hidden gap-4 text-sm lg:flex">
          {navigation.map(({ href, label }) => (
            <a key={href} href={href} className="text-muted no-underline hover:text-accent">
              {label}
            </a>
          ))}
        </nav>
        <div className="ms-auto flex items-center gap-1 sm:gap-2">
          <a
            href={urls.parameters(language)}
            data-search-open=""
            data-search-texts={JSON.stringify(searchTexts(messages))}
            aria-keyshortcuts="Control+K Meta+K /"
            className="button"
          >
            <Search aria-hidden="true" size={16} />
            <span className="max-sm:sr-only">{search.open}</span>
            <kbd className="text-xs text-muted max-sm:hidden">Ctrl K</kbd>
          </a>
          <a
            href={twin}
            hrefLang={languageTags[other]}
            lang={languageTags[other]}
            data-language-switch=""
            aria-label={site.switchLanguage}
            className="button whitespace-nowrap"
          >
            {site.otherLanguage}
          </a>
          <button type="button" data-theme-toggle="" aria-label={site.theme} title={site.theme} className="button">
            <SunMoon aria-hidden="true" size={16} />
          </button>
          <details className="relative lg:hidden">
            <summary className="button list-none" aria-label={site.menu} title={site.menu}>
              <Menu aria-hidden="true" size={16} />
            </summary>
            <nav
              aria-label={site.mainNavigation}
              className="card absolute end-0 top-full mt-2 flex w-48 flex-col p-2 shadow-lg"
            >
              {navigation.map(({ href, label }) => (
                <a key={href} href={href} className="rounded px-3 py-2 text-ink no-underline hover:bg-accent-soft">
                  {label}
                </a>
              ))}
            </nav>
          </details>
        </div>
      </div>
    </header>
  );
}
