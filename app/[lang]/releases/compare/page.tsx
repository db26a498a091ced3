import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { changeContext, differencesBetween } from "@/app/_shared/release-items";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { ChangeList } from "@/components/releases/change-list";
import { CompareForm } from "@/components/releases/compare-form";
import { currentRelease } from "@/lib/facts/load";
import { findReleasePage, loadHistories, loadReleasePages } from "@/lib/history/load";
import { messagesFor } from "@/lib/i18n/messages";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

const path = (language: "zh" | "en") => urls.compareReleases(language);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const text = messagesFor(language).releases;
  return pageMetadata({ title: text.compare, description: text.compareLead, language, path });
}

/** Shows the described release against the one before it; the script rebuilds the list for any other two. */
export default async function CompareReleasesPage({ params }: Props) {
  const language = await routeLanguage(params);
  const messages = messagesFor(language);
  const text = messages.releases;
  const { tag, previous } = findReleasePage(currentRelease());
  return (
    <Page language={language} path={path} release={tag}>
      <PageTitle title={text.compare} lead={text.compareLead} />
      <CompareForm
        releases={[...loadHistories().releases].reverse()}
        from={previous}
        to={tag}
        action={urls.compareReleases(language)}
        messages={messages}
      />
      <div data-compare-result="" className="mt-8 flex flex-col gap-8">
        <ChangeList
          differences={differencesBetween(previous, tag)}
          context={changeContext(language)}
          empty={text.same}
        />
      </div>
      <p className="mt-8 text-sm text-muted">{text.transformersNote}</p>
      <section aria-labelledby="neighbours" className="mt-10">
        <h2 id="neighbours" className="mb-3 text-lg font-semibold">
          {text.neighbours}
        </h2>
        <ul className="flex flex-wrap gap-2">
          {[...loadReleasePages()].reverse().map((page) => (
            <li key={page.tag}>
              <a href={urls.release(language, page.tag)} className="chip font-mono no-underline">
                {page.previous} → {page.tag}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
