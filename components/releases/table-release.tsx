import type { Messages } from "@/lib/i18n/messages";

/** Above the table of all parameters: shows the table as of another release. table-release.client.ts brings it to life. */
export function TableRelease({
  releases,
  current,
  messages,
}: {
  /** Newest first. */
  releases: readonly string[];
  current: string;
  messages: Messages;
}) {
  const text = messages.releases;
  const texts = JSON.stringify({
    asOf: text.asOf,
    absent: text.absent("{}"),
    was: text.wasThen("{0}", "{1}"),
    failed: text.failed,
  });
  return (
    <div
      data-table-release={current}
      data-texts={texts}
      className="scripted no-print mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm"
    >
      <label className="flex items-center gap-2 text-muted">
        {text.view}
        <select className="field font-mono" defaultValue={current}>
          {releases.map((tag) => (
            <option key={tag} value={tag}>
              {tag}
            </option>
          ))}
        </select>
      </label>
      <span data-release-lead="" hidden className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted">
        <output />
        <label className="flex items-center gap-2">
          <input type="checkbox" />
          {text.hideAbsent}
        </label>
        <span>{text.inherited}</span>
      </span>
    </div>
  );
}
