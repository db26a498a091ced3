import { languages, languageTags } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { urls } from "@/lib/urls";

/** Says it in both languages; the script hides the one that the address does not ask for and fills in the nearest names. */
export function NotFound() {
  return (
    <main id="content" className="mx-auto flex min-h-screen max-w-3xl flex-col justify-center gap-10 px-4 py-12">
      {languages.map((language) => {
        const { notFound, navigation } = messagesFor(language);
        return (
          <section key={language} lang={languageTags[language]} data-not-found={language}>
            <h1 className="text-2xl font-semibold">{notFound.title}</h1>
            <p className="mt-2 text-muted">{notFound.lead}</p>
            <div data-nearest="" hidden className="mt-4">
              <h2 className="font-medium">{notFound.nearest}</h2>
              <ul className="mt-2 flex flex-wrap gap-2" />
            </div>
            <p className="mt-4 flex flex-wrap gap-4">
              <a href={urls.home(language)}>{notFound.home}</a>
              <a href={urls.parameters(language)}>{navigation.parameters}</a>
            </p>
          </section>
        );
      })}
    </main>
  );
}
