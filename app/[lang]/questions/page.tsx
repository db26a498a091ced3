import type { Metadata } from "next";
import { questionItem } from "@/app/_shared/article-items";
import { pageMetadata } from "@/app/_shared/metadata";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { LinkCards } from "@/components/ui/link-cards";
import { loadQuestions } from "@/lib/explanations/load";
import { currentRelease } from "@/lib/facts/load";
import { messagesFor } from "@/lib/i18n/messages";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { title, lead } = messagesFor(language).questions;
  return pageMetadata({ title, description: lead, language, path: urls.questions });
}

export default async function QuestionsPage({ params }: Props) {
  const language = await routeLanguage(params);
  const { questions: text } = messagesFor(language);
  const questions = loadQuestions();
  return (
    <Page language={language} path={urls.questions} release={currentRelease()}>
      <PageTitle title={text.title} lead={text.lead} />
      <div className="flex flex-col gap-10">
        {(["symptom", "error", "task", "concept"] as const).map((kind) => {
          const ofKind = questions.filter(({ meta }) => meta.kind === kind);
          return (
            ofKind.length > 0 && (
              <section key={kind} aria-labelledby={kind}>
                <h2 id={kind} className="mb-3 text-xl font-semibold">
                  {text.kinds[kind]}
                </h2>
                <LinkCards items={ofKind.map((question) => questionItem(question, language))} />
              </section>
            )
          );
        })}
      </div>
    </Page>
  );
}
