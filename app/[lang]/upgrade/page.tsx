import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { Choice, TextTool } from "@/components/tools/text-tool";
import { currentRelease } from "@/lib/facts/load";
import { loadHistories } from "@/lib/history/load";
import { messagesFor } from "@/lib/i18n/messages";
import { toolMessages } from "@/lib/i18n/messages/tools";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { title, lead } = toolMessages[language].upgrade;
  return pageMetadata({ title, description: lead, language, path: urls.upgrade });
}

export default async function UpgradePage({ params }: Props) {
  const language = await routeLanguage(params);
  const texts = toolMessages[language];
  const { copy } = messagesFor(language);
  const releases = [...loadHistories().releases].reverse().map((tag) => ({ value: tag, label: tag }));
  const to = currentRelease();
  const from = "v0.9.1";
  return (
    <Page language={language} path={urls.upgrade} release={to} wide>
      <PageTitle title={texts.upgrade.title} lead={texts.upgrade.lead} />
      <TextTool
        tool="upgrade"
        texts={texts}
        reportTitle={texts.report}
        command={`npm run -s cli -- upgrade config.yaml --from ${from} --to ${to} --lang ${language}`}
        copied={copy.copied}
        copyFailed={copy.failed}
      >
        <Choice name="from" label={texts.upgrade.from} options={releases} chosen={from} />
        <Choice name="to" label={texts.upgrade.to} options={releases} chosen={to} />
        <label className="flex min-h-9 items-center gap-2">
          <input type="checkbox" name="pin" value="1" />
          {texts.upgrade.pin}
        </label>
      </TextTool>
      <p className="mt-8">
        <a href={urls.compareReleases(language)}>{texts.upgrade.compare}</a>
      </p>
    </Page>
  );
}
