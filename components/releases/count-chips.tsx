import { countsOf, type Differences } from "@/lib/history/history";
import type { Messages } from "@/lib/i18n/messages";

/** «24 added · 13 removed», without the kinds of which there are none. */
export function CountChips({ differences, messages }: { differences: Differences; messages: Messages }) {
  const { counts, nothing } = messages.releases;
  const found = countsOf(differences);
  const shown = (["added", "removed", "renamed", "changed"] as const).filter((kind) => found[kind] > 0);
  if (shown.length === 0) return <span className="text-sm text-muted">{nothing}</span>;
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      {shown.map((kind) => (
        <span key={kind} className="chip">
          {counts[kind](found[kind])}
        </span>
      ))}
    </span>
  );
}
