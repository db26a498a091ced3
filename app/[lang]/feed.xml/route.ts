import { releaseFeed } from "@/app/_shared/release-feed";
import { routeLanguage } from "@/app/_shared/route-language";
import { languages } from "@/lib/i18n/languages";
import { urls } from "@/lib/urls";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return languages.map((lang) => ({ lang }));
}

export async function GET(_request: Request, { params }: { params: Promise<{ lang: string }> }) {
  const language = await routeLanguage(params);
  return releaseFeed(language, urls.feed(language));
}
