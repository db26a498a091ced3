import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { Prose } from "@/app/_shared/prose";
import { changeContext, differencesBetween } from "@/app/_shared/release-items";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { ChangeList } from "@/components/releases/change-list";
import { CountChips } from "@/components/releases/count-chips";
import { DependencyTable } from "@/components/releases/dependency-table";
import { SourceList } from "@/components/ui/source-list";
import { loadReleaseRemark } from "@/lib/explanations/load";
import { loadDependencies, packageVersions } from "@/lib/facts/dependencies";
import { currentRelease } from "@/lib/facts/load";
import { parametersAt } from "@/lib/history/history";
import { findReleasePage, hasReleasePage, loadHistories, loadReleasePages } from "@/lib/history/load";
import { messagesFor } from "@/lib/i18n/messages";
import { urls } from "@/lib/urls";

export const dynamicParams = false;

export function generateStaticParams() {
  return loadReleasePages().map(({ tag }) => ({ tag }));
}

type Props = { params: Promise<{ lang: string; tag: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { tag, previous, commit } = findReleasePage((await params).tag);
  const text = messagesFor(language).releases;
  return pageMetadata({
    title: commit === null ? text.pageTitle(tag) : text.mainTitle,
    description: loadReleaseRemark(tag)?.prose[language].frontmatter.summary ?? text.description(tag, previous),
    language,
    path: (to) => urls.release(to, tag),
  });
}

export default async function ReleasePage({ params }: Props) {
  const language = await routeLanguage(params);
  const { tag, date, previous, next, commit } = findReleasePage((await params).tag);
  const messages = messagesFor(language);
  const text = messages.releases;
  const found = differencesBetween(previous, tag);
  const remark = loadReleaseRemark(tag);
  const versions = (of: string) => packageVersions(loadDependencies().get(of) ?? []);

  return (
    <Page language={language} path={(to) => urls.release(to, tag)} release={currentRelease()}>
      <article className="flex flex-col gap-8">
        <header className="flex flex-col gap-3">
          <nav aria-label="breadcrumb" className="text-sm text-muted">
            <a href={urls.releases(language)}>{text.title}</a>
          </nav>
          <h1 className="text-2xl font-semibold sm:text-3xl">
            {commit === null ? text.pageTitle(tag) : text.mainTitle}
          </h1>
          <p className="text-muted">
            {commit === null ? text.released(date) : text.snapshot(commit.slice(0, 9), date)} ·{" "}
            {text.keys(parametersAt(loadHistories(), tag).size)} · {text.comparedWith(previous)}
          </p>
          <CountChips differences={found} messages={messages} />
        </header>
        {remark !== null && (
          <section aria-labelledby="remark" className="flex flex-col gap-3">
            <h2 id="remark" className="text-lg font-semibold">
              {text.remark}
            </h2>
            <Prose source={remark.prose[language]} language={language} />
            <SourceList sources={remark.meta.sources} />
          </section>
        )}
        <ChangeList differences={found} context={changeContext(language)} empty={text.nothing} />
        <section aria-labelledby="dependencies" className="flex flex-col gap-3">
          <h2 id="dependencies" className="text-lg font-semibold">
            {text.dependencies}
          </h2>
          <p className="text-muted">{text.dependenciesLead}</p>
          <DependencyTable
            packages={versions(tag)}
            before={versions(previous)}
            reference={commit ?? tag}
            previous={previous}
            messages={messages}
          />
          <p className="text-sm text-muted">{text.transformersNote}</p>
        </section>
        <nav aria-label={text.title} className="flex flex-wrap gap-x-6 gap-y-2">
          {hasReleasePage(previous) && (
            <a href={urls.release(language, previous)} rel="prev">
              ← {text.older}: {previous}
            </a>
          )}
          {next !== null && (
            <a href={urls.release(language, next)} rel="next">
              {text.newer}: {next} →
            </a>
          )}
          <a href={urls.compareReleases(language, tag === currentRelease() ? previous : tag, currentRelease())}>
            {text.compare}
          </a>
        </nav>
      </article>
    </Page>
  );
}
