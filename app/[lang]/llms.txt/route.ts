import { routeLanguage } from "@/app/_shared/route-language";
import { languages } from "@/lib/i18n/languages";
import { llmsText } from "@/lib/markdown/llms";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return languages.map((lang) => ({ lang }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ lang: string }> }) {
  const text = llmsText(await routeLanguage(params));
  return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8" } });
}
