/** The catalog → Markdown. */

import {
  addressOf,
  type DocumentedSwitch,
  findParameter,
  labelOf,
  loadParameters,
  loadSwitches,
  type Parameter,
  parametersOfTopic,
  summaryOf,
} from "@/lib/catalog";
import { loadQuestions, loadTopics, type Question, type Topic } from "@/lib/explanations/load";
import { factText } from "@/lib/facts/aspect";
import { type Language, languages } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { absolute, urls } from "@/lib/urls";
import { articleMarkdown, type PageContext, parameterMarkdown, switchMarkdown } from "./page";

const contexts = new Map<Language, PageContext>();

/** One for each language, by which rendered prose is remembered. */
export function markdownContext(language: Language): PageContext {
  const context = contexts.get(language) ?? createContext(language);
  contexts.set(language, context);
  return context;
}

function createContext(language: Language): PageContext {
  return {
    language,
    messages: messagesFor(language),
    fact: (name, aspect) => factText(findParameter(name).facts, aspect),
    addressOf: (name) => absolute(urls.markdown(addressOf(name, language))),
    resolve(address) {
      const [, scheme, id = "", anchor = ""] = /^(topic|question|explain):([\w-]+)((?:#[\w-]+)?)$/.exec(address) ?? [];
      if (scheme === "topic") return absolute(urls.markdown(urls.topic(language, id)));
      if (scheme === "question") return absolute(urls.markdown(urls.question(language, id)));
      if (scheme === "explain") return absolute(urls.explainer(language, id)) + anchor;
      if (/^\w+$/.test(address) && (loadParameters().has(address) || loadSwitches().has(address)))
        return absolute(urls.markdown(addressOf(address, language)));
      return null;
    },
  };
}

export function markdownOfParameter(parameter: Parameter, language: Language): string {
  const { name, facts, explanation } = parameter;
  return parameterMarkdown(
    {
      name,
      label: labelOf(parameter, language),
      summary: summaryOf(parameter, language),
      facts,
      meta: explanation?.meta ?? null,
      body: explanation?.prose[language].body ?? null,
      url: absolute(urls.parameter(language, name)),
    },
    markdownContext(language),
  );
}

export function markdownOfSwitch(documented: DocumentedSwitch, language: Language): string {
  const { name, facts, explanation } = documented;
  const prose = explanation?.prose[language];
  return switchMarkdown(
    {
      name,
      label: prose?.frontmatter.label ?? name,
      summary: summaryOf(documented, language),
      facts,
      meta: explanation?.meta ?? null,
      body: prose?.body ?? null,
      url: absolute(urls.environmentSwitch(language, name)),
    },
    markdownContext(language),
  );
}

export function markdownOfTopic({ id, meta, prose }: Topic, language: Language): string {
  return articleMarkdown(
    {
      ...prose[language].frontmatter,
      body: prose[language].body,
      parameters: parametersOfTopic(id),
      parametersTitle: messagesFor(language).topics.parameters,
      sources: meta.sources,
      checkedAgainst: meta.checkedAgainst,
      url: absolute(urls.topic(language, id)),
    },
    markdownContext(language),
  );
}

export function markdownOfQuestion({ id, meta, prose }: Question, language: Language): string {
  return articleMarkdown(
    {
      ...prose[language].frontmatter,
      body: prose[language].body,
      parameters: meta.parameters,
      parametersTitle: messagesFor(language).questions.answeredWith,
      sources: meta.sources,
      checkedAgainst: meta.checkedAgainst,
      url: absolute(urls.question(language, id)),
    },
    markdownContext(language),
  );
}

/** Every page that has a Markdown twin: its path below the site's root, and how it is written. */
export function markdownPages(): ReadonlyMap<string, () => string> {
  const pages = new Map<string, () => string>();
  for (const language of languages) {
    for (const parameter of loadParameters().values())
      pages.set(`${language}/parameters/${parameter.name}.md`, () => markdownOfParameter(parameter, language));
    for (const documented of loadSwitches().values())
      pages.set(`${language}/environment/${documented.name}.md`, () => markdownOfSwitch(documented, language));
    for (const topic of loadTopics())
      pages.set(`${language}/topics/${topic.id}.md`, () => markdownOfTopic(topic, language));
    for (const question of loadQuestions())
      pages.set(`${language}/questions/${question.id}.md`, () => markdownOfQuestion(question, language));
  }
  return pages;
}
