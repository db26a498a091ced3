/** The Markdown twins of pages, built from the same facts and explanations as the pages. Pure: the context resolves names. */

import type { ParameterMeta } from "@/lib/explanations/schema";
import type { EnvironmentSwitch, ParameterFacts } from "@/lib/facts/parameter";
import { availabilitySentence, factStatements, type Statement } from "@/lib/facts/statements";
import type { Language } from "@/lib/i18n/languages";
import type { Messages } from "@/lib/i18n/messages";
import { evidenceUrl, fullEvidence, parseEvidence, sourceRefUrl } from "@/lib/sources";
import { type ProseContext, proseMarkdown } from "./prose";

export interface PageContext extends ProseContext {
  readonly language: Language;
  readonly messages: Messages;
  /** Absolute address of a parameter's or switch's Markdown. */
  readonly addressOf: (name: string) => string;
}

export interface ParameterPage {
  readonly name: string;
  readonly label: string;
  readonly summary: string | null;
  readonly facts: ParameterFacts;
  readonly meta: ParameterMeta | null;
  readonly body: string | null;
  /** Absolute address of the page. */
  readonly url: string;
}

export function parameterMarkdown(page: ParameterPage, context: PageContext): string {
  const { name, label, summary, facts, meta, body, url } = page;
  const { language, messages, addressOf } = context;
  const warning = availabilitySentence(facts, messages);
  const replacedBy = "replacedBy" in facts.availability ? facts.availability.replacedBy : [];
  return join([
    `# ${code(name)}${label === name ? "" : ` · ${label}`}`,
    summary,
    warning &&
      [
        `**${warning}**`,
        ...(replacedBy.length > 0
          ? [`${messages.parameter.availability.replacedBy} ${links(replacedBy, addressOf)}`]
          : []),
      ].join(" "),
    factStatements(facts, meta, language, messages).map(statementLine).join("\n"),
    body === null ? messages.parameter.factsOnly : proseMarkdown(body, context),
    meta && meta.related.length > 0 && `## ${messages.parameter.related}\n\n${links(meta.related, addressOf)}`,
    meta && sourceList(meta.sources, meta.checkedAgainst, messages),
    `<${url}>`,
  ]);
}

export interface SwitchPage {
  readonly name: string;
  readonly label: string;
  readonly summary: string | null;
  readonly facts: EnvironmentSwitch;
  readonly meta: ParameterMeta | null;
  readonly body: string | null;
  readonly url: string;
}

export function switchMarkdown(
  { name, label, summary, facts, meta, body, url }: SwitchPage,
  context: PageContext,
): string {
  const { messages } = context;
  const { environment, parameter } = messages;
  const places = facts.sources.map((source) => `[${source.file}:${source.line}](${sourceRefUrl(source)})`);
  return join([
    `# ${code(name)}${label === name ? "" : ` · ${label}`}`,
    summary,
    [
      `- ${environment.default}: ${facts.default === null ? parameter.defaultUnset : code(String(facts.default))}`,
      ...(places.length > 0 ? [`- ${environment.readAt}: ${places.join(", ")}`] : []),
    ].join("\n"),
    body === null ? parameter.factsOnly : proseMarkdown(body, context),
    meta && sourceList(meta.sources, meta.checkedAgainst, messages),
    `<${url}>`,
  ]);
}

export interface ArticlePage {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  /** Names of parameters that the article is about. */
  readonly parameters: readonly string[];
  readonly parametersTitle: string;
  readonly sources: readonly string[];
  readonly checkedAgainst: string;
  readonly url: string;
}

export function articleMarkdown(page: ArticlePage, context: PageContext): string {
  const { title, summary, body, parameters, parametersTitle, sources, checkedAgainst, url } = page;
  return join([
    `# ${title}`,
    summary,
    proseMarkdown(body, context),
    parameters.length > 0 && `## ${parametersTitle}\n\n${links(parameters, context.addressOf)}`,
    sourceList(sources, checkedAgainst, context.messages),
    `<${url}>`,
  ]);
}

/** `- Default: \`8\`` */
export function statementLine({ term, code: values, note }: Statement): string {
  return `- ${term}: ${[values.map(code).join(" "), note].filter(Boolean).join(" — ")}`;
}

function sourceList(sources: readonly string[], checkedAgainst: string, messages: Messages): string {
  const items = sources.map((source) => {
    const evidence = parseEvidence(source);
    return evidence === null ? `- ${source}` : `- [${fullEvidence(evidence)}](${evidenceUrl(evidence)})`;
  });
  return `## ${messages.parameter.sources}\n\n${items.join("\n")}\n\n${messages.parameter.checkedAgainst(checkedAgainst)}`;
}

function links(names: readonly string[], addressOf: (name: string) => string): string {
  return names.map((name) => `[${code(name)}](${addressOf(name)})`).join(", ");
}

/** Inline code, also of text that holds a backtick. */
function code(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function join(parts: readonly (string | null | false | undefined)[]): string {
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}
