import type { Language } from "@/lib/i18n/languages";
import type { Messages } from "@/lib/i18n/messages";
import { urls } from "@/lib/urls";

export function Footer({ language, messages, release }: { language: Language; messages: Messages; release: string }) {
  const links = [
    { href: urls.releases(language), label: messages.navigation.releases },
    { href: urls.machines(language), label: messages.navigation.machines },
    { href: urls.feed(language), label: messages.releases.feed },
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
      </div>
    </footer>
  );
}
