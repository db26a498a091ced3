import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { routeLanguage } from "@/app/_shared/route-language";
import { KeyList } from "@/components/layout/key-list";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { currentRelease } from "@/lib/facts/load";
import { accessibilityMessages } from "@/lib/i18n/messages/accessibility";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { title, lead } = accessibilityMessages[language];
  return pageMetadata({ title, description: lead, language, path: urls.accessibility });
}

export default async function AccessibilityPage({ params }: Props) {
  const language = await routeLanguage(params);
  const text = accessibilityMessages[language];
  return (
    <Page language={language} path={urls.accessibility} release={currentRelease()}>
      <PageTitle title={text.title} lead={text.lead} />
      <div className="prose">
        <h2 id="aim">{text.aim}</h2>
        <p>{text.aimText}</p>
        <h2 id="tested">{text.tested}</h2>
        <ul>
          {Object.entries(text.testedItems).map(([id, item]) => (
            <li key={id}>{item}</li>
          ))}
        </ul>
        <h2 id="untested">{text.untested}</h2>
        <ul>
          {Object.entries(text.untestedItems).map(([id, item]) => (
            <li key={id}>{item}</li>
          ))}
        </ul>
        <h2 id="keyboard">{text.keyboard}</h2>
        <p>{text.keyboardLead}</p>
        <KeyList language={language} />
        <h2 id="report">{text.report}</h2>
        <p>{text.reportText}</p>
      </div>
    </Page>
  );
}
