import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { ParameterTable } from "@/app/_shared/parameter-table";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { StructuredData } from "@/components/layout/structured-data";
import { TableRelease } from "@/components/releases/table-release";
import { loadParameters } from "@/lib/catalog";
import { currentRelease } from "@/lib/facts/load";
import { loadHistories } from "@/lib/history/load";
import { messagesFor } from "@/lib/i18n/messages";
import { definedTermSet } from "@/lib/sharing/structured-data";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { table } = messagesFor(language);
  const description = table.lead(loadParameters().size, currentRelease());
  return pageMetadata({ title: table.title, description, language, path: urls.parameters });
}

export default async function ParametersPage({ params }: Props) {
  const language = await routeLanguage(params);
  const { table } = messagesFor(language);
  const lead = table.lead(loadParameters().size, currentRelease());
  return (
    <Page language={language} path={urls.parameters} release={currentRelease()} wide>
      <StructuredData
        nodes={[definedTermSet(language, { name: table.title, description: lead, path: urls.parameters(language) })]}
      />
      <PageTitle title={table.title} lead={lead} />
      <TableRelease
        releases={[...loadHistories().releases].reverse()}
        current={currentRelease()}
        messages={messagesFor(language)}
      />
      <ParameterTable language={language} />
    </Page>
  );
}
