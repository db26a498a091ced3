import type { Language } from "@/lib/i18n/languages";
import type { Messages } from "@/lib/i18n/messages";
import { accessibilityMessages } from "@/lib/i18n/messages/accessibility";
import { cheatSheetMessages } from "@/lib/i18n/messages/cheat-sheet";
import { offlineMessages } from "@/lib/i18n/messages/offline";
import { shortcutMessages } from "@/lib/i18n/messages/shortcuts";
import { toolMessages } from "@/lib/i18n/messages/tools";
import { reportUrl, urls } from "@/lib/urls";

export function Footer({
  language,
  messages,
  release,
  path,
}: {
  language: Language;
  messages: Messages;
  release: string;
  /** Address of the page, for a report about it. */
  path: string;
}) {
  const report = reportUrl(path, release);
  const links = [
    { href: urls.releases(language), label: messages.navigation.releases },
    { href: urls.upgrade(language), label: toolMessages[language].upgrade.title },
    { href: urls.frameworks(language), label: toolMessages[language].frameworks.short },
    { href: urls.cheatSheet(language), label: cheatSheetMessages[language].short },
    { href: urls.machines(language), label: messages.navigation.machines },
    { href: urls.offline(language), label: offlineMessages[language].short },
    { href: urls.accessibility(language), label: accessibilityMessages[language].short },
    { href: urls.feed(language), label: messages.releases.feed },
    ...(report === undefined ? [] : [{ href: report, label: messages.site.report }]),
  ];
  return (
    <footer className="no-print mt-16 border-t border-line">
      <div className="mx-auto flex max-w-7xl flex-wrap gap-x-6 gap-y-2 px-4 py-8 text-sm text-muted">
        <p className="me-auto">{messages.site.footer(release)}</p>
        {links.map(({ href, label }) => (
          <a key={href} href={href} className="text-muted hover:text-accent">
            {label}
          </a>
        ))}
        {/* Without its script it leads to the same list on a page. */}
        <a
          href={`${urls.accessibility(language)}#keyboard`}
          data-shortcuts-open=""
          aria-keyshortcuts="?"
          className="text-muted hover:text-accent"
        >
          {shortcutMessages[language].title}
        </a>
      </div>
    </footer>
  );
}
