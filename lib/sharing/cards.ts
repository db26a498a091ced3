/** What stands on the picture of each page. */

import { type DocumentedSwitch, labelOf, loadParameters, loadSwitches, type Parameter, summaryOf } from "@/lib/catalog";
import { loadExplainers } from "@/lib/explainers/registry";
import { loadQuestions, loadTopics } from "@/lib/explanations/load";
import { formatDefault, formatType, formatValue } from "@/lib/facts/format";
import { currentRelease } from "@/lib/facts/load";
import { sinceText } from "@/lib/facts/statements";
import { fill } from "@/lib/i18n/fill";
import { type Language, languages } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { sharingMessages } from "@/lib/i18n/messages/sharing";
import type { SocialCard } from "./card-svg";

/** One general picture per language, and one for every page that explains something. */
export function loadSocialCards(): SocialCard[] {
  return languages.flatMap((language) => [
    siteCard(language),
    ...[...loadParameters().values()].map((parameter) => parameterCard(parameter, language)),
    ...[...loadSwitches().values()].map((documented) => switchCard(documented, language)),
    ...(
      [
        ["topics", "topic", loadTopics()],
        ["questions", "question", loadQuestions()],
        ["explain", "explainer", loadExplainers()],
      ] as const
    ).flatMap(([folder, kind, articles]) =>
      articles.map(
        ({ id, meta, prose }): SocialCard => ({
          ...common(language),
          page: `${language}/${folder}/${id}`,
          kind: sharingMessages[language].kinds[kind],
          title: prose[language].frontmatter.title,
          titleIsCode: false,
          label: null,
          summary: prose[language].frontmatter.summary,
          facts: firstParameters(meta.parameters, language),
        }),
      ),
    ),
  ]);
}

function common(language: Language) {
  return { site: messagesFor(language).site.name, release: currentRelease() };
}

function siteCard(language: Language): SocialCard {
  const { site } = messagesFor(language);
  const text = sharingMessages[language];
  return {
    ...common(language),
    page: language,
    kind: text.kinds.site,
    title: site.tagline,
    titleIsCode: false,
    label: null,
    summary: site.description,
    facts: (
      [
        [text.parameters, loadParameters().size],
        [text.topics, loadTopics().length],
        [text.questions, loadQuestions().length],
        [text.explainers, loadExplainers().length],
      ] as const
    ).map(([term, count]) => ({ term, value: String(count), isCode: true })),
  };
}

function parameterCard(parameter: Parameter, language: Language): SocialCard {
  const { name, facts } = parameter;
  const messages = messagesFor(language);
  const text = messages.parameter;
  const label = labelOf(parameter, language);
  const value = formatDefault(facts);
  return {
    ...common(language),
    page: `${language}/parameters/${name}`,
    kind: kindText(sharingMessages[language].kinds.parameter, messages.groups[facts.group], language),
    title: name,
    titleIsCode: true,
    label: label === name ? null : label,
    summary: summaryOf(parameter, language) ?? messages.site.description,
    facts: [
      { term: text.type, value: formatType(facts), isCode: true },
      value === null || value === ""
        ? { term: text.default, value: value === "" ? text.emptyText : text.defaultUnset, isCode: false }
        : { term: text.default, value, isCode: true },
      ...(facts.choices === null
        ? []
        : [{ term: text.choices, value: facts.choices.map(formatValue).join(" · "), isCode: true }]),
      { term: text.since, value: sinceText(facts, messages), isCode: false },
    ],
  };
}

function switchCard(documented: DocumentedSwitch, language: Language): SocialCard {
  const messages = messagesFor(language);
  const value = documented.facts.default;
  const label = documented.explanation?.prose[language].frontmatter.label ?? null;
  return {
    ...common(language),
    page: `${language}/environment/${documented.name}`,
    kind: sharingMessages[language].kinds.environment,
    title: documented.name,
    titleIsCode: true,
    label: label === documented.name ? null : label,
    summary: summaryOf(documented, language) ?? messages.environment.lead,
    facts: [
      value === null || value === ""
        ? { term: messages.parameter.default, value: messages.parameter.defaultUnset, isCode: false }
        : { term: messages.parameter.default, value: formatValue(value), isCode: true },
    ],
  };
}

function kindText(kind: string, group: string, language: Language): string {
  return fill(sharingMessages[language].kind, { kind, group });
}

function firstParameters(names: readonly string[], language: Language): SocialCard["facts"] {
  const shown: string[] = [];
  for (const name of names) if ([...shown, name].join("  ").length <= 46) shown.push(name);
  return shown.length === 0 ? [] : [{ term: sharingMessages[language].about, value: shown.join("  "), isCode: true }];
}
