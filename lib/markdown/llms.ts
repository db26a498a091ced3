/** llms.txt and llms-full.txt (llmstxt.org): what a language model reads first, and what it reads instead of the pages. */

import { labelOf, loadParameters, loadSwitches, type Parameter, summaryOf } from "@/lib/catalog";
import { loadQuestions, loadTopics } from "@/lib/explanations/load";
import { isInDepth } from "@/lib/explanations/vocabulary";
import { currentRelease } from "@/lib/facts/load";
import { groupIds } from "@/lib/facts/parameter";
import { factStatements } from "@/lib/facts/statements";
import { type Language, otherLanguage } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { absolute, urls } from "@/lib/urls";
import { markdownContext } from "./load";
import { statementLine } from "./page";
import { proseSections } from "./prose";

export function llmsText(language: Language): string {
  const messages = messagesFor(language);
  const { site, navigation, machines } = messages;
  const entry = (title: string, url: string, summary: string | null) =>
    `- [${title}](${absolute(url)})${summary === null ? "" : `: ${summary}`}`;
  const twin = (url: string) => urls.markdown(url);
  const parameters = [...loadParameters().values()];
  return join([
    heading(language),
    messages.machines.lead,
    section(machines.title, [
      entry("llms-full.txt", urls.llmsFull(language), null),
      entry("JSON API", urls.parametersApi(), null),
      entry(`JSON Schema ${currentRelease()}`, urls.jsonSchema(currentRelease()), null),
      entry(messagesFor(otherLanguage(language)).site.name, urls.llms(otherLanguage(language)), null),
    ]),
    section(
      navigation.topics,
      loadTopics().map(({ id, prose }) => {
        const { title, summary } = prose[language].frontmatter;
        return entry(title, twin(urls.topic(language, id)), summary);
      }),
    ),
    section(
      navigation.questions,
      loadQuestions().map(({ id, prose }) => {
        const { title, summary } = prose[language].frontmatter;
        return entry(title, twin(urls.question(language, id)), summary);
      }),
    ),
    ...groupIds.map((group) =>
      section(
        `${navigation.parameters}: ${messages.groups[group]}`,
        parameters
          .filter(({ facts }) => facts.group === group)
          .map((parameter) =>
            entry(parameter.name, twin(urls.parameter(language, parameter.name)), summaryOf(parameter, language)),
          ),
      ),
    ),
    section(
      navigation.environment,
      [...loadSwitches().values()].map((documented) =>
        entry(
          documented.name,
          twin(urls.environmentSwitch(language, documented.name)),
          summaryOf(documented, language),
        ),
      ),
    ),
    site.description,
  ]);
}

/** Facts and summaries of all parameters, whole texts of the well-known ones only: it must fit into a model's window. */
export function llmsFullText(language: Language): string {
  return join([heading(language), ...[...loadParameters().values()].map((parameter) => inFull(parameter, language))]);
}

function inFull(parameter: Parameter, language: Language): string {
  const { name, facts, explanation } = parameter;
  const messages = messagesFor(language);
  const label = labelOf(parameter, language);
  const context = markdownContext(language);
  const wanted = ["type", "default", "derived", "choices", "since", "requires", "conflicts"];
  const statements = factStatements(facts, explanation?.meta ?? null, language, messages)
    .filter(({ id }) => wanted.includes(id))
    .map(statementLine);
  const status = messages.table.statuses[facts.availability.kind];
  const isWhole = explanation !== null && isInDepth(explanation.meta.level);
  const prose = isWhole
    ? proseSections(explanation.prose[language].body, context).map(
        ({ title, markdown }) => `### ${title ?? name}\n\n${withoutLinks(markdown)}`,
      )
    : [];
  return [
    `## ${name}${label === name ? "" : ` · ${label}`}`,
    summaryOf(parameter, language),
    [...statements, `- ${messages.table.heads.status}: ${status}`].join("\n"),
    ...prose,
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** The evidence is on the page; here its addresses would take a third of the room. */
function withoutLinks(markdown: string): string {
  return markdown.replace(/ ?\(\[[^\]]*\]\([^)]*\)\)/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
}

function heading(language: Language): string {
  const { site, home } = messagesFor(language);
  return `# ${site.name}\n\n> ${home.lead(loadParameters().size, currentRelease())}`;
}

function section(title: string, lines: readonly string[]): string | null {
  return lines.length === 0 ? null : `## ${title}\n\n${lines.join("\n")}`;
}

function join(parts: readonly (string | null)[]): string {
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
