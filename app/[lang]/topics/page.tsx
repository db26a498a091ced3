import type { Metadata } from "next";
import { topicItem } from "@/app/_shared/article-items";
import { pageMetadata } from "@/app/_shared/metadata";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { LinkCards } from "@/components/ui/link-cards";
import { loadTopics } from "@/lib/explanations/load";
import { currentRelease } from "@/lib/facts/load";
import { messagesFor } from "@/lib/i18n/messages";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { title, lead } = messagesFor(language).topics;
  return pageMetadata({ title, description: lead, language, path: urls.topics });
}

export default async function TopicsPage({ params }: Props) {
  const language = await routeLanguage(params);
  const { topics } = messagesFor(language);
  return (
    <Page language={language} path={urls.topics} release={currentRelease()}>
      <PageTitle title={topics.title} lead={topics.lead} />
      <LinkCards items={loadTopics().map((topic) => topicItem(topic, language))} />
    </Page>
  );
}
