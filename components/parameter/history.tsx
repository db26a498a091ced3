import { formatValue } from "@/lib/facts/format";
import type { FactChange, ParameterFacts } from "@/lib/facts/parameter";
import type { Messages } from "@/lib/i18n/messages";

/** A strip with one cell per release, filled where the release has the key, and below it what changed when. */
export function History({
  facts,
  releases,
  linkTo,
  messages,
}: {
  facts: ParameterFacts;
  /** Tags that the strip shows, oldest first. */
  releases: readonly string[];
  /** The page of a release; null for one that has none. */
  linkTo: (tag: string) => string | null;
  messages: Messages;
}) {
  const text = messages.parameter;
  const present = new Set(facts.releases);
  const changed = new Set(facts.changes.map(({ release }) => release));
  return (
    <section aria-labelledby="history">
      <h2 id="history" className="text-lg font-semibold">
        {text.history}
      </h2>
      {facts.releases.length > 0 && (
        <ol aria-label={text.historyOf} className="mt-3 flex flex-wrap gap-1 font-mono text-xs">
          {releases
            .filter((tag) => present.has(tag) || facts.availability.kind !== "main-only")
            .map((tag) => (
              <li key={tag}>
                <Cell
                  tag={tag}
                  state={present.has(tag) ? (changed.has(tag) ? "changed" : "present") : "absent"}
                  href={linkTo(tag)}
                  messages={messages}
                />
              </li>
            ))}
        </ol>
      )}
      {facts.changes.length === 0 ? (
        facts.releases.length > 0 && <p className="mt-3 text-muted">{text.noChanges}</p>
      ) : (
        <ul className="mt-3 flex flex-col gap-1 text-[0.95rem]">
          {facts.changes.map((change) => (
            <li key={change.release + change.field}>
              <ReleaseName tag={change.release} href={linkTo(change.release)} /> {sentenceOf(change, text)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const cellClasses = {
  changed: "bg-accent text-paper",
  present: "bg-accent-soft text-accent",
  absent: "border border-dashed border-line text-muted line-through",
} as const;

function Cell({
  tag,
  state,
  href,
  messages,
}: {
  tag: string;
  state: keyof typeof cellClasses;
  href: string | null;
  messages: Messages;
}) {
  const className = `inline-flex min-h-6 items-center rounded px-1.5 no-underline ${cellClasses[state]}`;
  const title = messages.parameter.historyStates[state];
  if (href === null)
    return (
      <span className={className} title={title}>
        {tag}
      </span>
    );
  return (
    <a href={href} className={className} title={title}>
      {tag}
      {/* The strike and the colour alone would tell nothing to who cannot see them. */}
      {state !== "present" && <span className="sr-only"> {title}</span>}
    </a>
  );
}

function ReleaseName({ tag, href }: { tag: string; href: string | null }) {
  const className = "font-mono text-sm";
  return href === null ? (
    <span className={`${className} text-muted`}>{tag}</span>
  ) : (
    <a href={href} className={className}>
      {tag}
    </a>
  );
}

function sentenceOf({ field, from, to }: FactChange, text: Messages["parameter"]): string {
  if (field !== "choices" || !Array.isArray(from) || !Array.isArray(to))
    return text.changed(field, show(from), show(to));
  return text.changedChoices(difference(to, from), difference(from, to));
}

function difference(list: readonly unknown[], without: readonly unknown[]): string {
  return list
    .filter((item) => !without.includes(item))
    .map(show)
    .join(", ");
}

function show(value: unknown): string {
  return value === "" ? '""' : formatValue(value);
}
