import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { LinkCards } from "@/components/ui/link-cards";
import { loadExplainers } from "@/lib/explainers/registry";
import { currentRelease } from "@/lib/facts/load";
import { sharedMessages } from "@/lib/i18n/messages/explainers/shared";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { title, lead } = sharedMessages[language];
  return pageMetadata({ title, description: lead, language, path: urls.explainers });
}

export default async function ExplainersPage({ params }: Props) {
  const language = await routeLanguage(params);
  const { title, lead } = sharedMessages[language];
  const items = loadExplainers().map(({ id, prose }) => ({
    href: urls.explainer(language, id),
    title: prose[language].frontmatter.title,
    summary: prose[language].frontmatter.summary,
  }));
  return (
    <Page language={language} path={urls.explainers} release={currentRelease()}>
      <PageTitle title={title} lead={lead} />
      <LinkCards items={items} />
    </Page>
  );
}
