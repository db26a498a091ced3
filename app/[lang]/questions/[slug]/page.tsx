import type { Metadata } from "next";
import { questionItem } from "@/app/_shared/article-items";
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
import { findQuestion } from "@/lib/catalog";
import { loadQuestions } from "@/lib/explanations/load";
import { currentRelease } from "@/lib/facts/load";
import { messagesFor } from "@/lib/i18n/messages";
import { articleNodes } from "@/lib/sharing/structured-data";
import { urls } from "@/lib/urls";

export const dynamicParams = false;

export function generateStaticParams() {
  return loadQuestions().map(({ id }) => ({ slug: id }));
}

type Props = { params: Promise<{ lang: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { slug } = await params;
  const { title, summary } = findQuestion(slug).prose[language].frontmatter;
  return pageMetadata({
    title,
    description: summary,
    language,
    path: (to) => urls.question(to, slug),
    hasMarkdown: true,
    hasPicture: true,
  });
}

export default async function QuestionPage({ params }: Props) {
  const language = await routeLanguage(params);
  const { slug } = await params;
  const messages = messagesFor(language);
  const text = messages.questions;
  const { meta, prose } = findQuestion(slug);
  const { title, summary } = prose[language].frontmatter;
  return (
    <Page language={language} path={(to) => urls.question(to, slug)} release={currentRelease()}>
      <StructuredData
        nodes={articleNodes(language, {
          title,
          summary,
          path: urls.question(language, slug),
          list: { name: messages.navigation.questions, path: urls.questions(language) },
        })}
      />
      <article className="flex flex-col gap-10">
        <div>
          <PageTitle title={title} lead={summary} />
          <Prose source={prose[language]} language={language} />
        </div>
        {meta.parameters.length > 0 && (
          <section aria-labelledby="parameters">
            <h2 id="parameters" className="mb-3 text-lg font-semibold">
              {text.answeredWith}
            </h2>
            <ParameterLinks items={parameterItems(meta.parameters, language)} />
          </section>
        )}
        {meta.errors.length > 0 && (
          <section aria-labelledby="errors" className="flex flex-col gap-2">
            <h2 id="errors" className="text-lg font-semibold">
              {text.errors}
            </h2>
            <ul className="flex flex-col gap-1">
              {meta.errors.map((error) => (
                <li key={error}>
                  <code>{error}</code>
                </li>
              ))}
            </ul>
          </section>
        )}
        {meta.related.length > 0 && (
          <section aria-labelledby="related">
            <h2 id="related" className="mb-3 text-lg font-semibold">
              {messages.navigation.questions}
            </h2>
            <LinkCards items={meta.related.map((id) => questionItem(findQuestion(id), language))} />
          </section>
        )}
        <section aria-labelledby="sources" className="flex flex-col gap-2">
          <h2 id="sources" className="text-lg font-semibold">
            {messages.parameter.sources}
          </h2>
          <SourceList sources={[...meta.sources, ...meta.issues.map((number) => `issue:${number}`)]} />
          <p className="text-sm text-muted">{messages.parameter.checkedAgainst(meta.checkedAgainst)}</p>
        </section>
      </article>
    </Page>
  );
}
