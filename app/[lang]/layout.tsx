import type { Metadata } from "next";
import type { ReactNode } from "react";
import { HtmlDocument } from "@/components/layout/document";
import { isLanguage, languages } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { loadSiteBundle } from "@/lib/site-bundle";
import { siteOrigin } from "@/lib/urls";
import "../globals.css";

export const dynamicParams = false;

export function generateStaticParams() {
  return languages.map((lang) => ({ lang }));
}

export async function generateMetadata({ params }: { params: Promise<{ lang: string }> }): Promise<Metadata> {
  const { lang } = await params;
  if (!isLanguage(lang)) return {};
  const { site } = messagesFor(lang);
  return {
    metadataBase: new URL(siteOrigin),
    title: { default: `${site.name} · ${site.tagline}`, template: `%s · ${site.name}` },
    description: site.description,
  };
}

export default async function LanguageLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ lang: string }>;
}) {
  const { lang } = await params;
  if (!isLanguage(lang)) throw new Error(`no such language: ${lang}`);
  return (
    <HtmlDocument language={lang} script={(await loadSiteBundle()).entry}>
      {children}
    </HtmlDocument>
  );
}
