import { ScrollX } from "@/components/ui/scroll-x";
import type { PackageVersions } from "@/lib/facts/dependencies";
import type { Messages } from "@/lib/i18n/messages";
import { sourceRefUrl } from "@/lib/sources";

/** Which versions a release allows, with the line that says so, and what the release before it allowed where that differs. */
export function DependencyTable({
  packages,
  before,
  reference,
  previous,
  messages,
}: {
  packages: readonly PackageVersions[];
  before: readonly PackageVersions[];
  /** The tag or commit that the source links point into. */
  reference: string;
  previous: string;
  messages: Messages;
}) {
  const text = messages.releases;
  const earlier = new Map(before.map((entry) => [entry.name, rangesOf(entry)]));
  return (
    <ScrollX className="card">
      <table className="data-table">
        <caption className="sr-only">{text.dependencies}</caption>
        <thead>
          <tr>
            <th scope="col">{text.package}</th>
            <th scope="col">{text.allowed}</th>
            <th scope="col">{text.before(previous)}</th>
          </tr>
        </thead>
        <tbody>
          {packages.map((entry) => (
            <tr key={entry.name}>
              <th scope="row" className="whitespace-nowrap">
                <code>{entry.name}</code>
                {entry.isOptional && <span className="block text-xs font-normal text-muted">{text.optional}</span>}
              </th>
              <td>
                {entry.declared.map((declared) => (
                  <Range key={declared.line} range={declared.range} any={text.anyVersion}>
                    {declared.marker !== undefined && <code className="text-xs text-muted">{declared.marker}</code>}{" "}
                    <Place {...declared} reference={reference} />
                  </Range>
                ))}
                {entry.atStart !== null && (
                  <Range range={entry.atStart.range} any={text.anyVersion} lead={text.atStart}>
                    <Place {...entry.atStart} reference={reference} />
                  </Range>
                )}
              </td>
              <td className="text-muted">
                {earlier.get(entry.name) === rangesOf(entry) ? text.unchanged : (earlier.get(entry.name) ?? "–")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

function rangesOf({ declared }: PackageVersions): string {
  return declared.map(({ range, marker }) => (marker === undefined ? range : `${range} (${marker})`)).join("; ");
}

function Range({
  range,
  any,
  lead,
  children,
}: {
  range: string;
  any: string;
  lead?: string;
  children: React.ReactNode;
}) {
  return (
    <span className="block">
      {lead !== undefined && <span className="text-sm text-muted">{lead} </span>}
      {range === "" ? <span className="text-muted">{any}</span> : <code>{range.replaceAll(",", ", ")}</code>} {children}
    </span>
  );
}

function Place({ file, line, reference }: { file: string; line: number; reference: string }) {
  return (
    <a
      href={sourceRefUrl({ repository: "hiyouga/LLaMA-Factory", ref: reference, file, line })}
      className="whitespace-nowrap font-mono text-[0.78em] text-muted"
    >
      {file.split("/").at(-1)}:{line}
    </a>
  );
}
