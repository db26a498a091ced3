import { ExplainerFigure } from "@/app/_shared/explainer-figure";
import { type ExplainerId, findExplainer } from "@/lib/explainers/registry";
import type { Language } from "@/lib/i18n/languages";
import { sharedMessages } from "@/lib/i18n/messages/explainers/shared";
import { urls } from "@/lib/urls";

/** Explainers on the pages of what they explain: the first as a figure, further ones as links. No code for the browser. */
export function ExplainerTeaser({ ids, language }: { ids: readonly ExplainerId[]; language: Language }) {
  const [first, ...others] = ids;
  if (first === undefined) return null;
  const { title } = findExplainer(first).prose[language].frontmatter;
  const texts = sharedMessages[language];
  return (
    <aside aria-label={title} className="card no-print flex max-w-2xl flex-col gap-3 p-4">
      <p className="flex flex-wrap items-baseline justify-between gap-2">
        <span className="font-semibold">{title}</span>
        <a href={urls.explainer(language, first)} aria-label={`${texts.tryIt}: ${title}`}>
          {texts.tryIt} →
        </a>
      </p>
      <ExplainerFigure id={first} language={language} />
      {others.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {others.map((id) => (
            <li key={id}>
              <a className="chip no-underline" href={urls.explainer(language, id)}>
                {findExplainer(id).prose[language].frontmatter.title}
              </a>
            </li>
          ))}
        </ul>
      )}
    </aside>
  );
}
