import { proseElements } from "@/components/mdx/elements";
import { findParameter, referenceResolver } from "@/lib/catalog";
import { compileProse } from "@/lib/explanations/compile";
import type { Prose as ProseSource } from "@/lib/explanations/load";
import { factText } from "@/lib/facts/aspect";
import type { Language } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";

/** Renders an MDX file. `self` is the parameter whose page this is, which does not link to itself. */
export async function Prose({
  source,
  language,
  self,
}: {
  source: ProseSource<unknown>;
  language: Language;
  self?: string;
}) {
  const Content = await compileProse(source, referenceResolver(language, self));
  const elements = proseElements({
    language,
    messages: messagesFor(language),
    fact: (name, aspect) => factText(findParameter(name).facts, aspect),
  });
  return (
    <div className="prose">
      <Content components={elements} />
    </div>
  );
}
