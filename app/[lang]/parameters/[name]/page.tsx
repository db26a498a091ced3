import type { Metadata } from "next";
import { ExplainerTeaser } from "@/app/_shared/explainer-teaser";
import { pageMetadata } from "@/app/_shared/metadata";
import { parameterItems } from "@/app/_shared/parameter-items";
import { Prose } from "@/app/_shared/prose";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { StructuredData } from "@/components/layout/structured-data";
import { AvailabilityNote } from "@/components/parameter/availability-note";
import { Effects } from "@/components/parameter/effects";
import { FactList } from "@/components/parameter/fact-list";
import { History } from "@/components/parameter/history";
import { ParameterLinks } from "@/components/parameter/parameter-links";
import { ReleaseSwitch } from "@/components/releases/release-switch";
import { BreakableName } from "@/components/ui/breakable-name";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { SourceList } from "@/components/ui/source-list";
import { addressOf, findParameter, findTopic, isTopicWritten, labelOf, loadParameters, summaryOf } from "@/lib/catalog";
import { explainersOfParameter } from "@/lib/explainers/registry";
import { parameterSections } from "@/lib/explanations/vocabulary";
import { currentRelease, documentedReleases } from "@/lib/facts/load";
import { highlight } from "@/lib/highlight";
import { findHistory, hasReleasePage, loadHistories } from "@/lib/history/load";
import type { Language } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { termNodes } from "@/lib/sharing/structured-data";
import { urls } from "@/lib/urls";
import { usageOf } from "@/lib/usage";

export const dynamicParams = false;

export function generateStaticParams() {
  return [...loadParameters().keys()].map((name) => ({ name }));
}

type Props = { params: Promise<{ lang: string; name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { name } = await params;
  const parameter = findParameter(name);
  const label = labelOf(parameter, language);
  return pageMetadata({
    title: name,
    label: label === name ? undefined : label,
    description: summaryOf(parameter, language) ?? messagesFor(language).site.description,
    language,
    path: (to) => urls.parameter(to, name),
    hasMarkdown: true,
    hasPicture: true,
  });
}

export default async function ParameterPage({ params }: Props) {
  const language = await routeLanguage(params);
  const { name } = await params;
  const messages = messagesFor(language);
  const text = messages.parameter;
  const parameter = findParameter(name);
  const { facts, explanation } = parameter;
  const meta = explanation?.meta ?? null;
  const label = labelOf(parameter, language);
  const summary = summaryOf(parameter, language);
  const usage = usageOf(parameter);
  const history = facts.origin === "llamafactory" ? findHistory(name) : null;
  const linkTo = (to: string) => addressOf(to, language);
  const prose = explanation?.prose[language];
  const sections = parameterSections.filter(({ id }) => prose?.body.includes(`[#${id}]`));

  return (
    <Page language={language} path={(to) => urls.parameter(to, name)} release={currentRelease()}>
      <StructuredData
        nodes={termNodes(language, {
          code: name,
          label,
          summary: summary ?? messages.site.description,
          path: urls.parameter(language, name),
          set: { name: messages.navigation.parameters, path: urls.parameters(language) },
        })}
      />
      <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_12rem]">
        <article className="flex min-w-0 flex-col gap-7 print:gap-3">
          <header className="flex flex-col gap-3">
            <nav aria-label="breadcrumb" className="no-print text-sm text-muted">
              <a href={urls.parameters(language)}>{messages.navigation.parameters}</a> ›{" "}
              <a href={`${urls.parameters(language)}?group=${facts.group}`}>{messages.groups[facts.group]}</a>
            </nav>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
              <h1 className="font-mono text-2xl font-semibold sm:text-3xl">
                <BreakableName name={name} />
              </h1>
              <span className="flex gap-1">
                <CopyButton subject={{ text: name }} label={messages.copy.name} {...copyTexts(language)} />
                <CopyButton
                  subject={{ link: urls.shortLink(name) }}
                  label={messages.copy.link}
                  {...copyTexts(language)}
                />
              </span>
              {label !== name && <p className="text-lg text-muted">{label}</p>}
            </div>
            {summary !== null && <p className="max-w-3xl text-lg">{summary}</p>}
          </header>
          <AvailabilityNote facts={facts} messages={messages} linkTo={linkTo} />
          {history !== null && (
            <ReleaseSwitch
              history={history}
              releases={loadHistories().releases}
              current={currentRelease()}
              messages={messages}
            />
          )}
          <section aria-labelledby="facts" className="flex flex-col gap-4">
            <h2 id="facts" className="sr-only">
              {text.facts}
            </h2>
            <FactList facts={facts} meta={meta} language={language} messages={messages} linkTo={linkTo} />
            {meta !== null && <Effects meta={meta} messages={messages} />}
          </section>
          {facts.availability.kind !== "removed" && facts.availability.kind !== "computed" && (
            <section aria-labelledby="usage" className="grid min-w-0 gap-3 md:grid-cols-2 print:grid-cols-2">
              <h2 id="usage" className="sr-only">
                {text.usage}
              </h2>
              <div className="min-w-0">
                <h3 className="mb-1 text-sm text-muted">{text.yaml}</h3>
                <CodeBlock messages={messages.copy} html={await highlight(usage.yaml, "yaml")} />
              </div>
              <div className="min-w-0">
                <h3 className="mb-1 text-sm text-muted">{text.cli}</h3>
                <CodeBlock messages={messages.copy} html={await highlight(usage.command, "bash")} />
              </div>
            </section>
          )}
          {prose === undefined ? (
            <p className="text-muted">{text.factsOnly}</p>
          ) : (
            <Prose source={prose} language={language} self={name} />
          )}
          <ExplainerTeaser ids={explainersOfParameter(name)} language={language} />
          <History
            facts={facts}
            releases={documentedReleases()}
            linkTo={(tag) => (hasReleasePage(tag) ? urls.release(language, tag) : null)}
            messages={messages}
          />
          {meta !== null && meta.related.length > 0 && (
            <section aria-labelledby="related" className="no-print">
              <h2 id="related" className="mb-3 text-lg font-semibold">
                {text.related}
              </h2>
              <ParameterLinks items={parameterItems(meta.related, language)} />
            </section>
          )}
          {meta !== null && (
            <section aria-labelledby="topics" className="no-print flex flex-col gap-2">
              <h2 id="topics" className="text-lg font-semibold">
                {text.topics}
              </h2>
              <ul className="flex flex-wrap gap-2">
                {meta.topics.filter(isTopicWritten).map((id) => (
                  <li key={id}>
                    <a className="chip no-underline" href={urls.topic(language, id)}>
                      {findTopic(id).prose[language].frontmatter.title}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {meta !== null && meta.elsewhere.length > 0 && (
            <section aria-labelledby="elsewhere" className="flex flex-col gap-2">
              <h2 id="elsewhere" className="text-lg font-semibold">
                {text.elsewhere}
              </h2>
              <ul className="flex flex-wrap gap-2">
                {meta.elsewhere.map(({ framework, name: other }) => (
                  <li key={framework + other} className="chip">
                    <span className="text-muted">{framework}</span> <code>{other}</code>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <p className="no-print flex flex-wrap gap-x-5 gap-y-2 text-sm text-muted">
            <span>{text.otherForms}</span>
            <a href={urls.markdown(urls.parameter(language, name))}>Markdown</a>
            <a href={urls.parameterApi(name)}>JSON</a>
          </p>
          {meta !== null && (
            <section aria-labelledby="sources" className="flex flex-col gap-2">
              <h2 id="sources" className="text-lg font-semibold">
                {text.sources}
              </h2>
              <SourceList sources={meta.sources} />
              <p className="text-sm text-muted">{text.checkedAgainst(meta.checkedAgainst)}</p>
            </section>
          )}
        </article>
        {sections.length > 0 && (
          <nav aria-label={text.onThisPage} className="no-print sticky top-20 hidden self-start text-sm xl:block">
            <p className="mb-2 text-muted">{text.onThisPage}</p>
            <ul className="flex flex-col gap-1.5 border-s border-line ps-3">
              {sections.map(({ id, title }) => (
                <li key={id}>
                  <a href={`#${id}`} className="text-muted no-underline hover:text-accent">
                    {title[language]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </Page>
  );
}

function copyTexts(language: Language) {
  const { copied, failed } = messagesFor(language).copy;
  return { copied, failed };
}
