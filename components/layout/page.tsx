import type { ReactNode } from "react";
import type { Language } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { urls } from "@/lib/urls";
import { Footer } from "./footer";
import { Header } from "./header";

/** Header, main and footer of every page. `path` gives this page's address in a language, for the language switch. */
export function Page({
  language,
  path,
  release,
  children,
  wide = false,
}: {
  language: Language;
  path: (language: Language) => string;
  release: string;
  children: ReactNode;
  /** Tables and tools use the window's width; text keeps a measure. */
  wide?: boolean;
}) {
  const messages = messagesFor(language);
  const { navigation } = messages;
  const items = [
    { href: urls.parameters(language), label: navigation.parameters },
    { href: urls.topics(language), label: navigation.topics },
    { href: urls.questions(language), label: navigation.questions },
    { href: urls.explainers(language), label: navigation.explain },
    { href: urls.check(language), label: navigation.check },
    { href: urls.environment(language), label: navigation.environment },
    { href: urls.releases(language), label: navigation.releases },
  ];
  return (
    <>
      <Header language={language} messages={messages} navigation={items} twin={path(language === "zh" ? "en" : "zh")} />
      <main id="content" tabIndex={-1} className={`mx-auto px-4 py-8 outline-none ${wide ? "max-w-7xl" : "max-w-6xl"}`}>
        {children}
      </main>
      <Footer language={language} messages={messages} release={release} path={path(language)} />
      <div role="status" aria-live="polite" data-announcer="" className="sr-only" />
    </>
  );
}
