import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { Choice, TextTool } from "@/components/tools/text-tool";
import { currentRelease } from "@/lib/facts/load";
import { loadMappings } from "@/lib/frameworks/load";
import { messagesFor } from "@/lib/i18n/messages";
import { toolMessages } from "@/lib/i18n/messages/tools";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { title, lead } = toolMessages[language].convert;
  return pageMetadata({ title, description: lead, language, path: urls.convert });
}

export default async function ConvertPage({ params }: Props) {
  const language = await routeLanguage(params);
  const texts = toolMessages[language];
  const { copy } = messagesFor(language);
  const { versions } = loadMappings();
  return (
    <Page language={language} path={urls.convert} release={currentRelease()} wide>
      <PageTitle title={texts.convert.title} lead={texts.convert.lead} />
      <TextTool
        tool="convert"
        texts={texts}
        reportTitle={texts.convert.report}
        command={`npm run -s cli -- convert config.yaml --from axolotl --lang ${language}`}
        copied={copy.copied}
        copyFailed={copy.failed}
      >
        <Choice
          name="from"
          label={texts.convert.from}
          options={[
            { value: "axolotl", label: `Axolotl ${versions.axolotl}` },
            { value: "ms-swift", label: `ms-swift ${versions["ms-swift"]}` },
          ]}
          chosen="axolotl"
        />
      </TextTool>
      <p className="mt-8">
        <a href={urls.frameworks(language)}>{texts.convert.table}</a>
      </p>
    </Page>
  );
}
