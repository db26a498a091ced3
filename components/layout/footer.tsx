import type { Messages } from "@/lib/i18n/messages";

export function Footer({ messages, release }: { messages: Messages; release: string }) {
  return (
    <footer className="no-print mt-16 border-t border-line">
      <p className="mx-auto max-w-7xl px-4 py-8 text-sm text-muted">{messages.site.footer(release)}</p>
    </footer>
  );
}
