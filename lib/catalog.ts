/** Facts joined with explanations: what every page, index and machine format is projected from. */

import {
  loadEnvironmentExplanation,
  loadParameterExplanation,
  loadQuestions,
  loadTopics,
  type ParameterExplanation,
} from "@/lib/explanations/load";
import type { ResolveReference } from "@/lib/explanations/plugins/references";
import { levels } from "@/lib/explanations/vocabulary";
import { loadEnvironmentSwitches, loadParameterFacts } from "@/lib/facts/load";
import { type EnvironmentSwitch, type GroupId, groupIds, type ParameterFacts } from "@/lib/facts/parameter";
import type { Language } from "@/lib/i18n/languages";
import { once } from "@/lib/once";
import { urls } from "@/lib/urls";

export interface Parameter {
  readonly name: string;
  readonly facts: ParameterFacts;
  /** Null where nobody has written it: the page then stands on its facts. */
  readonly explanation: ParameterExplanation | null;
}

export interface DocumentedSwitch {
  readonly name: string;
  readonly facts: EnvironmentSwitch;
  readonly explanation: ParameterExplanation | null;
}

/** Every parameter that has a page, by name. */
export const loadParameters = once((): ReadonlyMap<string, Parameter> => {
  const all = loadParameterFacts().map((facts) => ({
    name: facts.name,
    facts,
    explanation: loadParameterExplanation(facts.name),
  }));
  return new Map(all.map((parameter) => [parameter.name, parameter]));
});

export const loadSwitches = once((): ReadonlyMap<string, DocumentedSwitch> => {
  const all = loadEnvironmentSwitches().map((facts) => ({
    name: facts.name,
    facts,
    explanation: loadEnvironmentExplanation(facts.name),
  }));
  return new Map(all.map((documented) => [documented.name, documented]));
});

export function findParameter(name: string): Parameter {
  const found = loadParameters().get(name);
  if (!found) throw new Error(`no parameter is called ${name}`);
  return found;
}

export function findSwitch(name: string): DocumentedSwitch {
  const found = loadSwitches().get(name);
  if (!found) throw new Error(`no environment switch is called ${name}`);
  return found;
}

/** What a reader sees as the parameter's name in words: ours, else LLaMA Board's, else the key itself. */
export function labelOf({ facts, explanation }: Parameter, language: Language): string {
  return explanation?.prose[language].frontmatter.label ?? facts.boardLabel?.[language] ?? facts.name;
}

export function summaryOf({ explanation }: Parameter | DocumentedSwitch, language: Language): string | null {
  return explanation?.prose[language].frontmatter.summary ?? null;
}

/** The page of a parameter or environment switch. @throws when there is none, which fails the build */
export function addressOf(name: string, language: Language): string {
  if (loadParameters().has(name)) return urls.parameter(language, name);
  if (loadSwitches().has(name)) return urls.environmentSwitch(language, name);
  throw new Error(`no parameter or environment switch is called ${name}`);
}

/** Resolves what prose names: a parameter, `parameter: value`, an environment switch, `topic:id`, `question:slug`. */
export function referenceResolver(language: Language, self?: string): ResolveReference {
  return (text) => {
    const [, scheme, id] = /^(topic|question|explain):([\w-]+(?:#[\w-]+)?)$/.exec(text) ?? [];
    if (id !== undefined) {
      if (scheme === "topic") return urls.topic(language, id);
      return scheme === "question" ? urls.question(language, id) : urls.explainer(language, id);
    }
    const key = /^([A-Za-z_]\w*)(?:: \S.*|=\S+)?$/.exec(text)?.[1];
    if (key === undefined || key === self) return null;
    if (loadParameters().has(key)) return urls.parameter(language, key);
    return loadSwitches().has(key) ? urls.environmentSwitch(language, key) : null;
  };
}

export function findTopic(id: string) {
  const found = loadTopics().find((topic) => topic.id === id);
  if (!found) throw new Error(`no topic is called ${id}`);
  return found;
}

export function findQuestion(slug: string) {
  const found = loadQuestions().find((question) => question.id === slug);
  if (!found) throw new Error(`no question is called ${slug}`);
  return found;
}

/** Subjects are written one after another; a tag whose chapter is not there yet leads nowhere and is not shown. */
export function isTopicWritten(id: string): boolean {
  return loadTopics().some((topic) => topic.id === id);
}

/** Names of the released parameters that belong to a topic, the better known first. */
export function parametersOfTopic(id: string): string[] {
  const order = new Map(levels.map((level, index) => [level, index]));
  const rank = ({ explanation }: Parameter) => order.get(explanation?.meta.level ?? "expert") ?? levels.length;
  return [...loadParameters().values()]
    .filter(({ facts, explanation }) => {
      return explanation?.meta.topics.some((topic) => topic === id) && facts.availability.kind !== "removed";
    })
    .sort((a, b) => rank(a) - rank(b))
    .map(({ name }) => name);
}

/** The released parameters that most configs are made of, by group; in a group the essential ones first. */
export const essentialsByGroup = once((): ReadonlyMap<GroupId, readonly Parameter[]> => {
  const released = [...loadParameters().values()].filter(({ facts }) => facts.availability.kind === "released");
  const ofLevel = (group: GroupId, level: string) =>
    released.filter(({ facts, explanation }) => facts.group === group && explanation?.meta.level === level);
  const all = groupIds.map((group) => [group, [...ofLevel(group, "essential"), ...ofLevel(group, "common")]] as const);
  return new Map(all.filter(([, parameters]) => parameters.length > 0));
});
