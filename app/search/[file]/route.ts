import { languages } from "@/lib/i18n/languages";
import { buildIndex } from "@/lib/search/build";
import { pack } from "@/lib/search/pack";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return languages.map((language) => ({ file: `${language}.json` }));
}

/** The search index of one language, which the dialog fetches when it is first opened. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  return Response.json(pack(buildIndex(file.replace(/\.json$/, ""))));
}
