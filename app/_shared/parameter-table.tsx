import { DataTable, type TableColumn, type TableRowModel } from "@/components/table/data-table";
import { labelOf, loadParameters, type Parameter, summaryOf } from "@/lib/catalog";
import { loadTopics } from "@/lib/explanations/load";
import { levels } from "@/lib/explanations/vocabulary";
import { formatDefault, formatType } from "@/lib/facts/format";
import { groupIds } from "@/lib/facts/parameter";
import type { Language } from "@/lib/i18n/languages";
import { type Messages, messagesFor } from "@/lib/i18n/messages";
import { urls } from "@/lib/urls";

/** The table of all parameters. Its column keys and values stand in shared links. */
export function ParameterTable({ language }: { language: Language }) {
  const messages = messagesFor(language);
  const parameters = [...loadParameters().values()];
  return (
    <DataTable
      id="parameters"
      caption={messages.table.title}
      columns={columnsFor(language, messages)}
      rows={parameters.map((parameter) => rowFor(parameter, language, messages))}
      messages={messages}
      assisted
    />
  );
}

function columnsFor(language: Language, messages: Messages): TableColumn[] {
  const { heads, statuses } = messages.table;
  const named = <K extends string>(names: Readonly<Record<K, string>>, values: readonly K[]) =>
    values.map((value) => ({ value: value as string, label: names[value] as string }));
  return [
    { key: "name", title: heads.name },
    { key: "label", title: heads.label },
    { key: "summary", title: heads.summary },
    { key: "default", title: heads.default },
    {
      key: "type",
      title: heads.type,
      minor: true,
      facet: same(["bool", "int", "float", "str", "list", "dict", "object"]),
    },
    {
      key: "topic",
      title: heads.topic,
      minor: true,
      facet: loadTopics().map(({ id, prose }) => ({ value: id, label: prose[language].frontmatter.title })),
    },
    { key: "group", title: heads.group, minor: true, facet: named(messages.groups, groupIds) },
    { key: "level", title: heads.level, minor: true, facet: named(messages.levels, levels) },
    { key: "command", title: heads.commands, minor: true, facet: same(["train", "infer", "eval"]) },
    {
      key: "origin",
      title: heads.origin,
      minor: true,
      initiallyHidden: true,
      facet: named(messages.origins, ["llamafactory", "transformers"]),
    },
    { key: "since", title: heads.since, minor: true, initiallyHidden: true },
    {
      key: "status",
      title: heads.status,
      minor: true,
      initiallyHidden: true,
      facet: Object.entries(statuses).map(([value, label]) => ({ value, label })),
    },
  ];
}

function same(values: readonly string[]) {
  return values.map((value) => ({ value, label: value }));
}

function rowFor(parameter: Parameter, language: Language, messages: Messages): TableRowModel {
  const { name, facts, explanation } = parameter;
  const { availability } = facts;
  const level = explanation?.meta.level;
  const topics = explanation?.meta.topics ?? [];
  const titles = new Map(loadTopics().map(({ id, prose }) => [id, prose[language].frontmatter.title]));
  const since = "since" in availability ? (availability.since ?? "transformers") : "–";
  return {
    key: name,
    cells: [
      {
        content: (
          <a href={urls.parameter(language, name)} className="font-mono text-[0.95em]">
            {name}
          </a>
        ),
        sort: name,
      },
      { content: labelOf(parameter, language) },
      { content: <span className="block min-w-60">{summaryOf(parameter, language)}</span> },
      { content: <DefaultCell parameter={parameter} messages={messages} /> },
      { content: <code>{formatType(facts)}</code>, values: facts.types },
      { content: topics.map((id) => titles.get(id) ?? id).join(language === "zh" ? "、" : ", "), values: topics },
      { content: messages.groups[facts.group], values: [facts.group] },
      {
        content: level === undefined ? null : messages.levels[level],
        values: level === undefined ? [] : [level],
        sort: String(level === undefined ? levels.length : levels.indexOf(level)),
      },
      { content: facts.commands.join(", "), values: facts.commands },
      { content: messages.origins[facts.origin], values: [facts.origin] },
      { content: since },
      { content: messages.table.statuses[availability.kind], values: [availability.kind] },
    ],
  };
}

/** The default as one writes it, or what an absent one comes to. */
export function DefaultCell({ parameter, messages }: { parameter: Parameter; messages: Messages }) {
  const value = formatDefault(parameter.facts);
  if (value !== null && value !== "") return <code>{value}</code>;
  const { derivedDefault } = parameter.facts;
  return (
    <span className="text-muted">
      {value === "" ? messages.parameter.emptyText : messages.parameter.defaultUnset}
      {derivedDefault !== null && <span className="block text-xs">{messages.parameter.derived(derivedDefault)}</span>}
    </span>
  );
}
