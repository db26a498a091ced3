import { asOf, type ParameterHistory } from "@/lib/history/history";
import type { Messages } from "@/lib/i18n/messages";
import { asOfText } from "./as-of-text";

/** Shows what another release says about the parameter of this page. Each option carries its own sentence. */
export function ReleaseSwitch({
  history,
  releases,
  current,
  messages,
}: {
  history: ParameterHistory;
  /** Oldest first, as the history counts them. */
  releases: readonly string[];
  current: string;
  messages: Messages;
}) {
  const text = messages.releases;
  const shown = releases.indexOf(current);
  const noteOf = (position: number): { note: string; isAbsent: boolean } => {
    const tag = releases[position] ?? "";
    const found = asOf(history, position, shown);
    switch (found.kind) {
      case "not-yet":
        return { note: text.notYet(tag, releases[found.since] ?? ""), isAbsent: true };
      case "gone":
        return { note: text.goneIn(tag, releases[found.lastIn] ?? ""), isAbsent: true };
      case "same":
        return { note: text.sameThen(tag), isAbsent: false };
      case "different":
        return { note: text.differed(tag, asOfText(found.changes, text.asOf)), isAbsent: false };
    }
  };
  return (
    <div
      data-release-switch={current}
      className="scripted no-print flex flex-wrap items-center gap-x-3 gap-y-2 text-sm"
    >
      <label className="flex items-center gap-2 text-muted">
        {text.view}
        <select className="field font-mono" defaultValue={current}>
          {[...releases.keys()].reverse().map((position) => {
            const tag = releases[position] ?? "";
            if (tag === current)
              return (
                <option key={tag} value={tag}>
                  {text.currentOption(tag)}
                </option>
              );
            const { note, isAbsent } = noteOf(position);
            return (
              <option key={tag} value={tag} data-note={note} data-absent={isAbsent ? "" : undefined}>
                {tag}
              </option>
            );
          })}
        </select>
      </label>
      <output className="rounded-lg px-3 py-1" hidden />
    </div>
  );
}
