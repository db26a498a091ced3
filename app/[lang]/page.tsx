import { Search } from "lucide-react";
import type { Metadata } from "next";
import { questionItem, topicItem } from "@/app/_shared/article-items";
import { pageMetadata } from "@/app/_shared/metadata";
import { parameterItems } from "@/app/_shared/parameter-items";
import { differencesBetween } from "@/app/_shared/release-items";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { StructuredData } from "@/components/layout/structured-data";
import { ParameterLinks } from "@/components/parameter/parameter-links";
import { LinkCards } from "@/components/ui/link-cards";
import { addressOf, loadParameters } from "@/lib/catalog";
import { loadQuestions, loadTopics } from "@/lib/explanations/load";
import { currentRelease } from "@/lib/facts/load";
import { findReleasePage } from "@/lib/history/load";
import { messagesFor } from "@/lib/i18n/messages";
import { cheatSheetMessages } from "@/lib/i18n/messages/cheat-sheet";
import { checkMessages } from "@/lib/i18n/messages/check/texts";
import { webSite } from "@/lib/sharing/structured-data";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

/** The keys that nearly every config sets. */
const firstKeys = [
  "learning_rate",
  "lora_rank",
  "cutoff_len",
  "per_device_train_batch_size",
  "template",
  "finetuning_type",
];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { site } = messagesFor(language);
  const metadata = pageMetadata({ title: site.name, description: site.description, language, path: urls.home });
  const title = `${site.name} · ${site.tagline}`;
  return { ...metadata, title: { absolute: title }, openGraph: { ...metadata.openGraph, title, type: "website" } };
}

export default async function HomePage({ params }: Props) {
  const language = await routeLanguage(params);
  const { home, search } = messagesFor(language);
  const check = checkMessages[language];
  const tag = currentRelease();
  const released = [...loadParameters().values()].filter(({ facts }) =>
    ["released", "transformers-4-only"].includes(facts.availability.kind),
  );
  // The files of questions carry their rank in `issues`: the more threads, the more often asked.
  const questions = [...loadQuestions()].sort((a, b) => b.meta.issues.length - a.meta.issues.length).slice(0, 9);
  return (
    <Page language={language} path={urls.home} release={tag}>
      <StructuredData nodes={[webSite(language)]} />
      <div className="flex flex-col gap-14">
        <section className="flex flex-col gap-5 pt-6 sm:pt-12">
          <h1 className="text-3xl font-semibold sm:text-4xl">{home.title}</h1>
          <p className="max-w-2xl text-lg text-muted">{home.lead(released.length, tag)}</p>
          <search>
            <form action={urls.parameters(language)} data-search-form="" className="flex max-w-2xl gap-2">
              <input
                type="search"
                name="q"
                aria-label={search.open}
                placeholder={search.placeholder}
                data-search-input=""
                className="field min-h-12 min-w-0 flex-1 text-base"
              />
              <button type="submit" className="button min-h-12 px-5">
                <Search aria-hidden="true" size={18} />
                {search.open}
              </button>
            </form>
          </search>
          <p>
            <a href={urls.check(language)} className="font-semibold">
              {check.home}
            </a>
            <span className="text-muted"> · {check.homeLead}</span>
          </p>
        </section>
        <section aria-labelledby="topics">
          <h2 id="topics" className="mb-4 text-xl font-semibold">
            {home.topics}
          </h2>
          <LinkCards items={loadTopics().map((topic) => topicItem(topic, language))} />
        </section>
        <section aria-labelledby="questions">
          <h2 id="questions" className="mb-4 text-xl font-semibold">
            {home.questions}
          </h2>
          <LinkCards items={questions.map((question) => questionItem(question, language))} />
          <p className="mt-4">
            <a href={urls.questions(language)}>{home.allQuestions}</a>
          </p>
        </section>
        <section aria-labelledby="essentials">
          <h2 id="essentials" className="mb-4 text-xl font-semibold">
            {home.essentials}
          </h2>
          <ParameterLinks items={parameterItems(firstKeys, language)} />
          <p className="mt-4">
            <a href={urls.cheatSheet(language)}>{cheatSheetMessages[language].title}</a>
          </p>
        </section>
        <ReleaseSection language={language} />
      </div>
    </Page>
  );
}

function ReleaseSection({ language }: { language: "zh" | "en" }) {
  const { home, releases } = messagesFor(language);
  const tag = currentRelease();
  const { date, previous } = findReleasePage(tag);
  const { added, removed, renamed, changed } = differencesBetween(previous, tag);
  const gone = [...removed.map(({ name }) => name), ...renamed.map(({ from }) => from)];
  const news = [...added, ...renamed.map(({ to }) => to)];
  return (
    <section aria-labelledby="release">
      <h2 id="release" className="text-xl font-semibold">
        {home.release(tag, date)}
      </h2>
      <p className="text-muted">{home.releaseLead}</p>
      {(
        [
          [home.added(news.length), news],
          [home.removed(gone.length), gone],
          [home.changed(changed.length), changed.map(({ name }) => name)],
        ] as const
      ).map(
        ([title, names]) =>
          names.length > 0 && (
            <div key={title} className="mt-4">
              <h3 className="mb-2 font-medium">{title}</h3>
              <ul className="flex flex-wrap gap-2">
                {names.map((name) => (
                  <li key={name}>
                    <a href={addressOf(name, language)} className="chip font-mono no-underline">
                      {name}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <a href={urls.release(language, tag)}>{releases.whole(tag)}</a>
        <a href={urls.releases(language)}>{releases.title}</a>
      </p>
    </section>
  );
}
