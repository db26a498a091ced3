import { languageNames, languages, languageTags } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";

/** Saved choice first, then the browser's; without JavaScript both links stand on the page. */
const choose = `(()=>{let l;try{l=localStorage.getItem("language")}catch{}
if(l!=="zh"&&l!=="en")l=(navigator.languages||[navigator.language]).map(t=>t.slice(0,2).toLowerCase()).find(t=>t==="zh"||t==="en")||"en";
const a=document.querySelector('a[data-choice="'+l+'"]');if(a)location.replace(a.getAttribute("href")+location.search+location.hash)})()`;

/** A page that sends the reader on to its version in their language. */
export function LanguageChoice({ title, hrefFor }: { title: string; hrefFor: Readonly<Record<"zh" | "en", string>> }) {
  return (
    <main className="mx-auto flex min-h-screen max-w-md flex-col items-center justify-center gap-6 px-4 text-center">
      <h1 className="text-2xl font-semibold">{title}</h1>
      <ul className="flex gap-4">
        {languages.map((language) => (
          <li key={language}>
            <a
              href={hrefFor[language]}
              hrefLang={languageTags[language]}
              lang={languageTags[language]}
              data-choice={language}
              className="button px-6 py-3 text-lg"
              aria-label={`${languageNames[language]} · ${messagesFor(language).site.name}`}
            >
              {languageNames[language]}
            </a>
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of this file */}
      <script dangerouslySetInnerHTML={{ __html: choose }} />
    </main>
  );
}
