import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { StructuredData } from "@/components/layout/structured-data";
import { loadSwitches, summaryOf } from "@/lib/catalog";
import { currentRelease } from "@/lib/facts/load";
import { messagesFor } from "@/lib/i18n/messages";
import { definedTermSet } from "@/lib/sharing/structured-data";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { title, lead } = messagesFor(language).environment;
  return pageMetadata({ title, description: lead, language, path: urls.environment });
}

export default async function EnvironmentPage({ params }: Props) {
  const language = await routeLanguage(params);
  const { environment: text } = messagesFor(language);
  return (
    <Page language={language} path={urls.environment} release={currentRelease()}>
      <StructuredData
        nodes={[
          definedTermSet(language, { name: text.title, description: text.lead, path: urls.environment(language) }),
        ]}
      />
      <PageTitle title={text.title} lead={text.lead} />
      <ul className="grid gap-3 sm:grid-cols-2">
        {[...loadSwitches().values()].map((documented) => (
          <li key={documented.name} id={documented.name} className="card px-4 py-3">
            <a href={urls.environmentSwitch(language, documented.name)} className="font-mono text-[0.95em]">
              {documented.name}
            </a>
            <p className="mt-1 text-sm text-muted">{summaryOf(documented, language)}</p>
          </li>
        ))}
      </ul>
    </Page>
  );
}
