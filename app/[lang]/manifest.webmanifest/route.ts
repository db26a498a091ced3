import { routeLanguage } from "@/app/_shared/route-language";
import { languages, languageTags } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { checkMessages } from "@/lib/i18n/messages/check/texts";
import { basePath, urls } from "@/lib/urls";

export const dynamic = "force-static";

export function generateStaticParams() {
  return languages.map((lang) => ({ lang }));
}

/** What an installed site is called and starts with. One `id`: both languages are one app. */
export async function GET(_request: Request, { params }: { params: Promise<{ lang: string }> }) {
  const language = await routeLanguage(params);
  const { site, navigation } = messagesFor(language);
  return Response.json({
    id: `${basePath}/`,
    name: `${site.name} · ${site.tagline}`,
    short_name: site.name,
    description: site.description,
    lang: languageTags[language],
    dir: "ltr",
    start_url: urls.home(language),
    scope: `${basePath}/`,
    display: "standalone",
    background_color: "#fbfaf6",
    theme_color: "#0a6354",
    icons: [
      { src: `${basePath}/favicon.svg`, sizes: "any", type: "image/svg+xml" },
      { src: urls.icon("icon-192.png"), sizes: "192x192", type: "image/png" },
      { src: urls.icon("icon-512.png"), sizes: "512x512", type: "image/png" },
      { src: urls.icon("icon-maskable-512.png"), sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
    shortcuts: [
      { name: navigation.parameters, url: urls.parameters(language) },
      { name: checkMessages[language].title, url: urls.check(language) },
    ],
  });
}
