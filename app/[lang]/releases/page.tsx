import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { differencesBetween } from "@/app/_shared/release-items";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { CountChips } from "@/components/releases/count-chips";
import { loadReleaseRemark } from "@/lib/explanations/load";
import { loadDependencies } from "@/lib/facts/dependencies";
import { currentRelease } from "@/lib/facts/load";
import { parametersAt } from "@/lib/history/history";
import { loadHistories, loadReleasePages } from "@/lib/history/load";
import { messagesFor } from "@/lib/i18n/messages";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { releases } = messagesFor(language);
  return pageMetadata({ title: releases.title, description: releases.lead, language, path: urls.releases });
}

export default async function ReleasesPage({ params }: Props) {
  const language = await routeLanguage(params);
  const messages = messagesFor(language);
  const text = messages.releases;
  const histories = loadHistories();
  return (
    <Page language={language} path={urls.releases} release={currentRelease()}>
      <PageTitle title={text.title} lead={text.lead} />
      <p className="mb-6 flex flex-wrap gap-x-5 gap-y-2">
        <a href={urls.compareReleases(language)}>{text.compare}</a>
        <a href={urls.feed(language)}>{text.feed}</a>
      </p>
      <ol className="flex flex-col gap-3">
        {[...loadReleasePages()].reverse().map(({ tag, date, previous, commit }) => {
          const transformers = loadDependencies()
            .get(tag)
            ?.find(({ name }) => name === "transformers");
          const remark = loadReleaseRemark(tag)?.prose[language].frontmatter.summary;
          return (
            <li key={tag} className="card flex flex-col gap-2 px-5 py-4">
              <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <h2 className="text-lg font-semibold">
                  <a href={urls.release(language, tag)} className="font-mono">
                    {tag}
                  </a>
                </h2>
                <span className="text-sm text-muted">
                  {commit === null ? date : text.snapshot(commit.slice(0, 9), date)}
                </span>
                {tag === currentRelease() && <span className="chip">{text.described}</span>}
              </div>
              {remark !== undefined && <p>{remark}</p>}
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <CountChips differences={differencesBetween(previous, tag)} messages={messages} />
                <span className="text-sm text-muted">{text.keys(parametersAt(histories, tag).size)}</span>
                {transformers !== undefined && (
                  <span className="text-sm text-muted">
                    transformers <code>{transformers.range.replaceAll(",", ", ")}</code>
                  </span>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </Page>
  );
}
