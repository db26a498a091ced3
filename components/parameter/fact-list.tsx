import type { ReactNode } from "react";
import type { ParameterMeta } from "@/lib/explanations/schema";
import { unitNames } from "@/lib/explanations/vocabulary";
import { formatDefault, formatType, formatValue } from "@/lib/facts/format";
import type { ParameterFacts } from "@/lib/facts/parameter";
import { sinceText } from "@/lib/facts/statements";
import type { Language } from "@/lib/i18n/languages";
import type { Messages } from "@/lib/i18n/messages";
import { sourceRefUrl } from "@/lib/sources";

/** The facts of one parameter as a definition list; nothing in it is typed by hand. */
export function FactList({
  facts,
  meta,
  language,
  messages,
  linkTo,
}: {
  facts: ParameterFacts;
  meta: ParameterMeta | null;
  language: Language;
  messages: Messages;
  /** Address of another parameter's page. */
  linkTo: (name: string) => string;
}) {
  const text = messages.parameter;
  const { derivedDefault, source } = facts;
  return (
    <dl className="card grid grid-cols-1 gap-x-6 gap-y-4 p-5 text-[0.95rem] sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-4 print:gap-y-2 print:p-3">
      <Item term={text.type}>
        <code>{formatType(facts)}</code>
        {facts.nullable && <Note>{text.nullable}</Note>}
        {facts.commaList && <Note>{text.commaList}</Note>}
      </Item>
      <Item term={text.default}>
        <DefaultValue facts={facts} messages={messages} />
      </Item>
      {derivedDefault !== null && (
        <Item term={text.derivedDefault}>
          {text.derived(derivedDefault)}
          <Note>
            <a href={sourceRefUrl(derivedDefault.source)}>
              {derivedDefault.source.file.split("/").at(-1)}:{derivedDefault.source.line}
            </a>
          </Note>
        </Item>
      )}
      {facts.choices !== null && (
        <Item term={text.choices} wide={facts.choices.length > 4}>
          <ul className="flex flex-wrap gap-1.5">
            {facts.choices.map((choice) => (
              <li key={String(choice)}>
                <code className="chip">{formatValue(choice)}</code>
              </li>
            ))}
          </ul>
          {facts.replacedValues.map(({ value, removedIn, use }) => (
            <Note key={String(value)}>
              {text.replacedValue(
                formatValue(value),
                removedIn,
                Object.entries(use)
                  .map(([key, to]) => `${key}: ${formatValue(to)}`)
                  .join(", "),
              )}
            </Note>
          ))}
        </Item>
      )}
      <Item term={text.commands}>
        {facts.commands.map((command) => (
          <span key={command} className="block font-mono text-[0.92em]">
            {text.commandNames[command]}
          </span>
        ))}
      </Item>
      <Item term={text.group}>
        {messages.groups[facts.group]} <Note>{facts.dataclass}</Note>
      </Item>
      <Item term={text.since}>{sinceText(facts, messages)}</Item>
      {meta?.unit !== undefined && <Item term={text.unit}>{unitNames[meta.unit][language]}</Item>}
      {meta !== null && <Item term={text.level}>{messages.levels[meta.level]}</Item>}
      {facts.boardLabel !== null && <Item term={text.boardLabel}>{facts.boardLabel[language]}</Item>}
      <Item term={text.source}>
        <a href={sourceRefUrl(source)} className="font-mono text-[0.88em]">
          {source.file.split("/").at(-1)}:{source.line}
        </a>{" "}
        <Note>
          {source.repository === "hiyouga/LLaMA-Factory" ? "" : "transformers "}
          {source.ref.slice(0, 9)}
        </Note>
      </Item>
      {meta !== null && <Settings term={text.requires} settings={meta.requires} linkTo={linkTo} />}
      {meta !== null && <Settings term={text.conflicts} settings={meta.conflicts} linkTo={linkTo} />}
    </dl>
  );
}

function Item({ term, children, wide = false }: { term: string; children: ReactNode; wide?: boolean }) {
  return (
    <div className={wide ? "sm:col-span-full" : undefined}>
      <dt className="text-[0.82rem] text-muted">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <span className="block text-[0.82rem] text-muted">{children}</span>;
}

function DefaultValue({ facts, messages }: { facts: ParameterFacts; messages: Messages }) {
  const value = formatDefault(facts);
  if (value === null) return <span className="text-muted">{messages.parameter.defaultUnset}</span>;
  if (value === "") return <span className="text-muted">{messages.parameter.emptyText}</span>;
  return <code>{value}</code>;
}

function Settings({
  term,
  settings,
  linkTo,
}: {
  term: string;
  settings: readonly string[];
  linkTo: (name: string) => string;
}) {
  if (settings.length === 0) return null;
  return (
    <Item term={term}>
      <ul>
        {settings.map((setting) => (
          <li key={setting}>
            <a href={linkTo(setting.split(":")[0] ?? setting)}>
              <code>{setting}</code>
            </a>
          </li>
        ))}
      </ul>
    </Item>
  );
}
