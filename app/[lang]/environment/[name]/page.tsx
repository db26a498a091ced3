import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { parameterItems } from "@/app/_shared/parameter-items";
import { Prose } from "@/app/_shared/prose";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { StructuredData } from "@/components/layout/structured-data";
import { ParameterLinks } from "@/components/parameter/parameter-links";
import { CopyButton } from "@/components/ui/copy-button";
import { SourceList } from "@/components/ui/source-list";
import { findSwitch, loadSwitches, summaryOf } from "@/lib/catalog";
import { formatValue } from "@/lib/facts/format";
import { currentRelease } from "@/lib/facts/load";
import type { Language } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { termNodes } from "@/lib/sharing/structured-data";
import { sourceRefUrl } from "@/lib/sources";
import { urls } from "@/lib/urls";

export const dynamicParams = false;

export function generateStaticParams() {
  return [...loadSwitches().keys()].map((name) => ({ name }));
}

type Props = { params: Promise<{ lang: string; name: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { name } = await params;
  const description = summaryOf(findSwitch(name), language) ?? messagesFor(language).environment.lead;
  return pageMetadata({
    title: name,
    label: labelOf(name, language),
    description,
    language,
    path: (to) => urls.environmentSwitch(to, name),
    hasMarkdown: true,
    hasPicture: true,
  });
}

export default async function EnvironmentSwitchPage({ params }: Props) {
  const language = await routeLanguage(params);
  const { name } = await params;
  const messages = messagesFor(language);
  const { facts, explanation } = findSwitch(name);
  const related = explanation?.meta.related ?? [];
  const summary = summaryOf({ name, facts, explanation }, language);
  return (
    <Page language={language} path={(to) => urls.environmentSwitch(to, name)} release={currentRelease()}>
      <StructuredData
        nodes={termNodes(language, {
          code: name,
          label: labelOf(name, language) ?? name,
          summary: summary ?? messages.environment.lead,
          path: urls.environmentSwitch(language, name),
          set: { name: messages.environment.title, path: urls.environment(language) },
        })}
      />
      <article className="flex flex-col gap-7">
        <header className="flex flex-col gap-3">
          <nav aria-label="breadcrumb" className="text-sm text-muted">
            <a href={urls.environment(language)}>{messages.environment.title}</a>
          </nav>
          <div className="flex flex-wrap items-center gap-3">
            <h1 className="font-mono text-2xl font-semibold sm:text-3xl">{name}</h1>
            <CopyButton subject={{ text: name }} label={messages.copy.name} {...copyTexts(messages)} />
            <CopyButton
              subject={{ link: urls.environmentSwitch(language, name) }}
              label={messages.copy.link}
              {...copyTexts(messages)}
            />
          </div>
          {summary !== null && <p className="max-w-3xl text-lg">{summary}</p>}
        </header>
        <dl className="card grid gap-x-6 gap-y-4 p-5 text-[0.95rem] sm:grid-cols-2">
          <div>
            <dt className="text-[0.82rem] text-muted">{messages.environment.default}</dt>
            <dd>
              {facts.default === null ? messages.parameter.defaultUnset : <code>{formatValue(facts.default)}</code>}
            </dd>
          </div>
          <div>
            <dt className="text-[0.82rem] text-muted">{messages.environment.readAt}</dt>
            <dd>
              <ul className="font-mono text-[0.88em]">
                {facts.sources.map((source) => (
                  <li key={`${source.file}:${source.line}`}>
                    <a href={sourceRefUrl(source)}>
                      {source.file.replace("src/llamafactory/", "")}:{source.line}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        </dl>
        {explanation === null ? (
          <p className="text-muted">{messages.parameter.factsOnly}</p>
        ) : (
          <>
            <Prose source={explanation.prose[language]} language={language} self={name} />
            {related.length > 0 && (
              <section aria-labelledby="related">
                <h2 id="related" className="mb-3 text-lg font-semibold">
                  {messages.parameter.related}
                </h2>
                <ParameterLinks items={parameterItems(related, language)} />
              </section>
            )}
            <section aria-labelledby="sources" className="flex flex-col gap-2">
              <h2 id="sources" className="text-lg font-semibold">
                {messages.parameter.sources}
              </h2>
              <SourceList sources={explanation.meta.sources} />
            </section>
          </>
        )}
      </article>
    </Page>
  );
}

function labelOf(name: string, language: Language): string | undefined {
  const label = findSwitch(name).explanation?.prose[language].frontmatter.label;
  return label === name ? undefined : label;
}

function copyTexts({ copy }: ReturnType<typeof messagesFor>) {
  return { copied: copy.copied, failed: copy.failed };
}
