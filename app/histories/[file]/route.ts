import { labelsOf } from "@/app/_shared/release-items";
import type { HistoriesFile } from "@/components/releases/fetch-histories";
import { loadHistories } from "@/lib/history/load";
import { isLanguage, languages } from "@/lib/i18n/languages";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return languages.map((language) => ({ file: `${language}.json` }));
}

/** What the browser compares releases with. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const [language = ""] = (await params).file.split(".");
  if (!isLanguage(language)) throw new Error(`no such language: ${language}`);
  const histories = loadHistories();
  const labels = labelsOf(
    histories.parameters.map(({ name }) => name),
    language,
  );
  return Response.json({ histories, labels } satisfies HistoriesFile);
}
