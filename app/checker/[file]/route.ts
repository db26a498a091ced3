import { readCheckerCatalog, readExamples, readKeyTexts } from "@/app/_shared/checker-files";
import { languages } from "@/lib/i18n/languages";

export const dynamic = "force-static";
export const dynamicParams = false;

/** What the page of the checker fetches: facts of all parameters, their descriptions by language, example configs. */
const files: Readonly<Record<string, () => unknown>> = {
  "catalog.json": readCheckerCatalog,
  "examples.json": readExamples,
  ...Object.fromEntries(languages.map((language) => [`keys-${language}.json`, () => readKeyTexts(language)])),
};

export function generateStaticParams() {
  return Object.keys(files).map((file) => ({ file }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  return Response.json(files[file]?.());
}
