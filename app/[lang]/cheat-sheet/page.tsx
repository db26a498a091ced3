import { Printer } from "lucide-react";
import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { DefaultCell } from "@/app/_shared/parameter-table";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { BreakableName } from "@/components/ui/breakable-name";
import { essentialsByGroup, summaryOf } from "@/lib/catalog";
import { currentRelease } from "@/lib/facts/load";
import type { Language } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { cheatSheetMessages } from "@/lib/i18n/messages/cheat-sheet";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { title } = cheatSheetMessages[language];
  return pageMetadata({ title, description: leadFor(language), language, path: urls.cheatSheet });
}

function leadFor(language: Language): string {
  const count = [...essentialsByGroup().values()].reduce((sum, group) => sum + group.length, 0);
  return cheatSheetMessages[language].lead(count, currentRelease());
}

/** The essential and common parameters by group, to be printed. */
export default async function CheatSheetPage({ params }: Props) {
  const language = await routeLanguage(params);
  const messages = messagesFor(language);
  const text = cheatSheetMessages[language];
  const { heads } = messages.table;
  return (
    <Page language={language} path={urls.cheatSheet} release={currentRelease()}>
      <PageTitle title={text.title} lead={leadFor(language)} />
      <button type="button" data-print="" className="button no-print scripted mb-6">
        <Printer aria-hidden="true" size={16} />
        {text.print}
      </button>
      <div className="cheat-sheet flex flex-col gap-8">
        {[...essentialsByGroup()].map(([group, parameters]) => (
          <section key={group} aria-labelledby={group}>
            <h2 id={group} className="mb-2 text-xl font-semibold">
              {messages.groups[group]}
            </h2>
            <table className="data-table table-fixed">
              <caption className="sr-only">{text.caption(messages.groups[group])}</caption>
              <thead>
                <tr>
                  <th scope="col" className="w-[45%] sm:w-[30%]">
                    {heads.name}
                  </th>
                  <th scope="col" className="w-[18%] max-sm:hidden">
                    {heads.default}
                  </th>
                  <th scope="col">{heads.summary}</th>
                </tr>
              </thead>
              <tbody>
                {parameters.map((parameter) => (
                  <tr key={parameter.name}>
                    <th scope="row" className="text-start font-normal">
                      <a
                        href={urls.parameter(language, parameter.name)}
                        className={`font-mono text-[0.95em] ${parameter.explanation?.meta.level === "essential" ? "font-bold" : ""}`}
                      >
                        <BreakableName name={parameter.name} />
                      </a>
                      {/* A phone has no room for a third column. */}
                      <span className="block text-sm sm:hidden">
                        <DefaultCell parameter={parameter} messages={messages} />
                      </span>
                    </th>
                    <td className="max-sm:hidden">
                      <DefaultCell parameter={parameter} messages={messages} />
                    </td>
                    <td>{summaryOf(parameter, language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </Page>
  );
}
