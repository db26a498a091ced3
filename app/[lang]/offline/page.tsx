import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { currentRelease } from "@/lib/facts/load";
import { languageTags, otherLanguage } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { offlineMessages } from "@/lib/i18n/messages/offline";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { title, lead } = offlineMessages[language];
  return pageMetadata({ title, description: lead, language, path: urls.offline });
}

/** What is kept on this device, and the control that keeps everything. The service worker answers with it when it has nothing. */
export default async function OfflinePage({ params }: Props) {
  const language = await routeLanguage(params);
  const text = offlineMessages[language];
  const { navigation } = messagesFor(language);
  const groups = {
    parameters: navigation.parameters,
    topics: navigation.topics,
    questions: navigation.questions,
    explain: navigation.explain,
    environment: navigation.environment,
    releases: navigation.releases,
  };
  return (
    <Page language={language} path={urls.offline} release={currentRelease()}>
      <div data-missing="" hidden className="card mb-8 flex flex-col items-start gap-3 border-warn p-5">
        <h2 className="text-xl font-semibold">{text.missing.title}</h2>
        <p>
          <code data-missing-path="" />
        </p>
        <p>{text.missing.lead}</p>
        <button type="button" data-retry="" className="button">
          {text.missing.retry}
        </button>
      </div>
      <PageTitle title={text.title} lead={text.lead} />
      <noscript>
        <p className="card mb-6 border-warn p-4">{text.noScript}</p>
      </noscript>
      <div data-offline-page="" data-groups={JSON.stringify(groups)} className="flex flex-col gap-10">
        <p data-unsupported="" hidden className="card border-warn p-4">
          {text.unsupported}
        </p>
        <section aria-labelledby="all" data-all="" className="card scripted flex flex-col items-start gap-4 p-5">
          <h2 id="all" className="text-xl font-semibold">
            {text.all.title}
          </h2>
          <p className="max-w-2xl">{text.all.text}</p>
          {/* The height of one line, so that nothing moves when the text arrives. */}
          <p data-state="" className="min-h-7 text-muted" />
          <div data-progress="" hidden className="flex w-full max-w-xl flex-col gap-1">
            <progress aria-label={text.all.progressLabel} max={1} value={0} className="h-3 w-full accent-accent" />
            <span data-progress-text="" className="text-sm text-muted" />
          </div>
          <p className="flex min-h-8 flex-wrap gap-3">
            <button type="button" data-start="" hidden className="button border-accent font-semibold">
              {text.all.start}
            </button>
            <button type="button" data-cancel="" hidden className="button">
              {text.all.cancel}
            </button>
            <button type="button" data-remove="" hidden className="button">
              {text.all.remove}
            </button>
          </p>
          <a href={urls.offline(otherLanguage(language))} hrefLang={languageTags[otherLanguage(language)]}>
            {text.all.other}
          </a>
        </section>
        <section aria-labelledby="available" className="scripted">
          <h2 id="available" className="text-xl font-semibold">
            {text.list.title}
          </h2>
          <p data-count="" className="text-muted" />
          <div data-list="" className="mt-3 flex flex-col gap-3" />
        </section>
        <section aria-labelledby="install">
          <h2 id="install" className="text-xl font-semibold">
            {text.install.title}
          </h2>
          <p className="max-w-2xl">{text.install.text}</p>
        </section>
      </div>
    </Page>
  );
}
