import type { Metadata } from "next";
import { pageMetadata } from "@/app/_shared/metadata";
import { routeLanguage } from "@/app/_shared/route-language";
import { Page } from "@/components/layout/page";
import { PageTitle } from "@/components/layout/page-title";
import { DataTable, type TableRowModel } from "@/components/table/data-table";
import { findParameter } from "@/lib/catalog";
import { COMMANDS } from "@/lib/checker/catalog";
import { NOT_CHECKABLE } from "@/lib/checker/not-checkable";
import { currentRelease, loadRules, ruleSource, type UpstreamRule } from "@/lib/facts/load";
import type { Language } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { ruleMessages } from "@/lib/i18n/messages/rules";
import { sourceRefUrl } from "@/lib/sources";
import { urls } from "@/lib/urls";

type Props = { params: Promise<{ lang: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const language = await routeLanguage(params);
  const { title, description } = ruleMessages[language];
  return pageMetadata({
    title,
    description: description(loadRules().length, currentRelease()),
    language,
    path: urls.checkRules,
  });
}

/** What the checker knows of upstream, rule by rule, and what no checker can know from a config alone. */
export default async function RulesPage({ params }: Props) {
  const language = await routeLanguage(params);
  const text = ruleMessages[language];
  const rules = loadRules();
  const checked = rules.filter(({ id }) => !Object.hasOwn(NOT_CHECKABLE, id)).length;
  const { heads } = text;
  return (
    <Page language={language} path={urls.checkRules} release={currentRelease()} wide>
      <PageTitle title={text.title} lead={text.lead(rules.length, checked, currentRelease())} />
      <p className="mb-4">
        <a href={urls.check(language)}>{text.toCheck}</a>
      </p>
      <DataTable
        id="rules"
        caption={text.title}
        columns={[
          { key: "rule", title: heads.rule },
          { key: "message", title: heads.message },
          { key: "parameters", title: heads.parameters },
          { key: "kind", title: heads.kind, facet: choices(text.kinds) },
          {
            key: "command",
            title: heads.commands,
            minor: true,
            facet: COMMANDS.map((value) => ({ value, label: value })),
          },
          { key: "checked", title: heads.checked, facet: choices(text.checked) },
          { key: "source", title: heads.source, minor: true },
        ]}
        rows={rules.map((rule) => rowFor(rule, language))}
        messages={messagesFor(language)}
      />
    </Page>
  );
}

function choices(labels: Readonly<Record<string, string>>) {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

function rowFor(rule: UpstreamRule, language: Language): TableRowModel {
  const text = ruleMessages[language];
  const source = ruleSource(rule);
  const notCheckable = NOT_CHECKABLE[rule.id];
  return {
    key: rule.id,
    cells: [
      { content: <code className="text-sm">{rule.id}</code> },
      {
        content:
          rule.upstreamMessage === undefined ? (
            <span className="text-muted">{text.silent}</span>
          ) : (
            <span lang="en" className="block min-w-60">
              {rule.upstreamMessage}
            </span>
          ),
      },
      {
        content: (
          <span className="flex flex-wrap gap-x-3 gap-y-1 font-mono text-sm">
            {rule.params.map((name) =>
              findParameter(name) === undefined ? (
                <span key={name}>{name}</span>
              ) : (
                <a key={name} href={urls.parameter(language, name)}>
                  {name}
                </a>
              ),
            )}
          </span>
        ),
      },
      { content: <span className="whitespace-nowrap">{text.kinds[rule.kind]}</span>, values: [rule.kind] },
      {
        content: rule.applies.length === COMMANDS.length ? text.everyCommand : rule.applies.join(", "),
        values: rule.applies,
      },
      {
        content: notCheckable === undefined ? text.checked.yes : notCheckable.reason[language],
        values: [notCheckable === undefined ? "yes" : "no"],
      },
      {
        content:
          source === undefined ? (
            <code className="text-xs">{rule.file}</code>
          ) : (
            <a href={sourceRefUrl(source)} className="font-mono text-xs">
              {source.file.split("/").at(-1)}:{source.line}
            </a>
          ),
        sort: `${rule.file}:${String(rule.line ?? 0).padStart(5, "0")}`,
      },
    ],
  };
}
