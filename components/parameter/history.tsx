import { formatValue } from "@/lib/facts/format";
import type { FactChange, ParameterFacts } from "@/lib/facts/parameter";
import type { Messages } from "@/lib/i18n/messages";

/** A strip with one cell per release, filled where the release has the key, and below it what changed when. */
export function History({
  facts,
  releases,
  messages,
}: {
  facts: ParameterFacts;
  /** Tags that the strip shows, oldest first. */
  releases: readonly string[];
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
              <li
                key={tag}
                className={
                  present.has(tag)
                    ? `rounded px-1.5 py-0.5 ${changed.has(tag) ? "bg-accent text-paper" : "bg-accent-soft text-accent"}`
                    : "rounded border border-dashed border-line px-1.5 py-0.5 text-muted line-through"
                }
              >
                {tag}
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
              <span className="font-mono text-sm text-muted">{change.release}</span> {sentenceOf(change, text)}
            </li>
          ))}
        </ul>
      )}
    </section>
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
