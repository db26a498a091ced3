import { type Language, languages, languageTags } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { absolute, urls } from "@/lib/urls";

export const dynamic = "force-static";
export const dynamicParams = false;

export function generateStaticParams() {
  return languages.map((language) => ({ file: `${language}.xml` }));
}

/** Lets a browser offer the site's search in its address bar. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  return new Response(description(file.startsWith("zh") ? "zh" : "en"), {
    headers: { "content-type": "application/opensearchdescription+xml; charset=utf-8" },
  });
}

function description(language: Language): string {
  const { site } = messagesFor(language);
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${escapeText(site.name)}</ShortName>
  <Description>${escapeText(site.tagline)}</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Language>${languageTags[language]}</Language>
  <Url type="text/html" method="get" template="${escapeText(absolute(urls.home(language)))}?q={searchTerms}"/>
</OpenSearchDescription>
`;
}

function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
