import type { Metadata } from "next";
import type { ComponentType } from "react";
import { pageMetadata } from "@/app/_shared/metadata";
import { parameterItems } from "@/app/_shared/parameter-items";
import { Prose } from "@/app/_shared/prose";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { StructuredData } from "@/components/layout/structured-data";
import { ParameterLinks } from "@/components/parameter/parameter-links";
import { SourceList } from "@/components/ui/source-list";
import { findTopic, isTopicWritten } from "@/lib/catalog";
import { type ExplainerId, findExplainer } from "@/lib/explainers/registry";
import { currentRelease } from "@/lib/facts/load";
import type { Language } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { type SharedTexts, sharedMessages } from "@/lib/i18n/messages/explainers/shared";
import { articleNodes } from "@/lib/sharing/structured-data";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export interface ExplainerToolProps {
  readonly language: Language;
  readonly shared: SharedTexts;
}

/** The page of an explainer: its tool first, then what is computed, and where it leads. */
export function defineExplainerPage(id: ExplainerId, Tool: ComponentType<ExplainerToolProps>) {
  const path = (language: Language) => urls.explainer(language, id);

  async function generateMetadata({ params }: Props): Promise<Metadata> {
    const language = await routeLanguage(params);
    const { title, summary } = findExplainer(id).prose[language].frontmatter;
    return pageMetadata({ title, description: summary, language, path, hasPicture: true });
  }

  async function ExplainerPage({ params }: Props) {
    const language = await routeLanguage(params);
    const messages = messagesFor(language);
    const texts = sharedMessages[language];
    const { meta, prose } = findExplainer(id);
    const { title, summary } = prose[language].frontmatter;
    return (
      <Page language={language} path={path} release={currentRelease()} wide>
        <StructuredData
          nodes={articleNodes(language, {
            title,
            summary,
            path: path(language),
            list: { name: texts.title, path: urls.explainers(language) },
          })}
        />
        <article className="flex flex-col gap-10">
          <div>
            <PageTitle title={title} lead={summary} />
            <Tool language={language} shared={{ ...texts, copy: messages.copy }} />
          </div>
          <Prose source={prose[language]} language={language} />
          <section aria-labelledby="parameters">
            <h2 id="parameters" className="mb-3 text-lg font-semibold">
              {texts.parameters}
            </h2>
            <ParameterLinks items={parameterItems([...meta.parameters, ...meta.related], language)} />
          </section>
          <section aria-labelledby="topics" className="flex flex-col gap-2">
            <h2 id="topics" className="text-lg font-semibold">
              {texts.topics}
            </h2>
            <ul className="flex flex-wrap gap-2">
              {meta.topics.filter(isTopicWritten).map((topic) => (
                <li key={topic}>
                  <a className="chip no-underline" href={urls.topic(language, topic)}>
                    {findTopic(topic).prose[language].frontmatter.title}
                  </a>
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="sources" className="flex flex-col gap-2">
            <h2 id="sources" className="text-lg font-semibold">
              {messages.parameter.sources}
            </h2>
            <SourceList sources={meta.sources} />
            <p className="text-sm text-muted">{messages.parameter.checkedAgainst(meta.checkedAgainst)}</p>
          </section>
        </article>
      </Page>
    );
  }

  return { generateMetadata, ExplainerPage };
}
