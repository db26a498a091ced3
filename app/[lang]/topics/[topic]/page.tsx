import type { Metadata } from "next";
import { questionItem } from "@/app/_shared/article-items";
import { ExplainerTeaser } from "@/app/_shared/explainer-teaser";
import { pageMetadata } from "@/app/_shared/metadata";
import { parameterItems } from "@/app/_shared/parameter-items";
import { Prose } from "@/app/_shared/prose";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { StructuredData } from "@/components/layout/structured-data";
import { ParameterLinks } from "@/components/parameter/parameter-links";
import { LinkCards } from "@/components/ui/link-cards";
import { SourceList } from "@/components/ui/source-list";
import { findTopic, parametersOfTopic } from "@/lib/catalog";
import { explainersOfTopic } from "@/lib/explainers/registry";
import { loadQuestions, loadTopics } from "@/lib/explanations/load";
import { currentRelease } from "@/lib/facts/load";
import { messagesFor } from "@/lib/i18n/messages";
import { articleNodes } from "@/lib/sharing/structured-data";
import { urls } from "@/lib/urls";

export const dynamicParams = false;

export function generateStaticParams() {
  return loadTopics().map(({ id }) => ({ topic: id }));
}

type Props = { params: Promise<{ lang: string; topic: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { topic } = await params;
  const { title, summary } = findTopic(topic).prose[language].frontmatter;
  return pageMetadata({
    title,
    description: summary,
    language,
    path: (to) => urls.topic(to, topic),
    hasMarkdown: true,
    hasPicture: true,
  });
}

export default async function TopicPage({ params }: Props) {
  const language = await routeLanguage(params);
  const { topic: id } = await params;
  const messages = messagesFor(language);
  const topic = findTopic(id);
  const { title, summary } = topic.prose[language].frontmatter;
  const questions = loadQuestions().filter(({ meta }) => meta.topics.some((tag) => tag === id));
  const parameters = parametersOfTopic(id);
  return (
    <Page language={language} path={(to) => urls.topic(to, id)} release={currentRelease()} wide>
      <StructuredData
        nodes={articleNodes(language, {
          title,
          summary,
          path: urls.topic(language, id),
          list: { name: messages.navigation.topics, path: urls.topics(language) },
        })}
      />
      <article className="flex flex-col gap-10">
        <div>
          <PageTitle title={title} lead={summary} />
          <Prose source={topic.prose[language]} language={language} />
        </div>
        <ExplainerTeaser ids={explainersOfTopic(id)} language={language} />
        {questions.length > 0 && (
          <section aria-labelledby="questions">
            <h2 id="questions" className="mb-3 text-lg font-semibold">
              {messages.topics.questions}
            </h2>
            <LinkCards items={questions.map((question) => questionItem(question, language))} />
          </section>
        )}
        {parameters.length > 0 && (
          <section aria-labelledby="parameters">
            <h2 id="parameters" className="mb-3 text-lg font-semibold">
              {messages.topics.parameters}
            </h2>
            <ParameterLinks items={parameterItems(parameters, language)} />
          </section>
        )}
        <section aria-labelledby="sources" className="flex flex-col gap-2">
          <h2 id="sources" className="text-lg font-semibold">
            {messages.parameter.sources}
          </h2>
          <SourceList sources={topic.meta.sources} />
          <p className="text-sm text-muted">{messages.parameter.checkedAgainst(topic.meta.checkedAgainst)}</p>
        </section>
      </article>
    </Page>
  );
}
