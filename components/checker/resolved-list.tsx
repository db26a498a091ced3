import { memo } from "react";
import type { Checked } from "@/lib/checker/tool/service";
import { isOnlySplit } from "@/lib/checker/tool/values";
import { fill } from "@/lib/i18n/fill";
import { KeyName } from "./key-name";
import type { CheckContext } from "./types";

/** Values that upstream changes, derives or fills in before the run. */
export const ResolvedList = memo(function ResolvedList({
  resolved,
  explanations,
  context,
}: {
  resolved: Checked["resolved"];
  explanations: Checked["explanations"];
  context: CheckContext;
}) {
  const texts = context.texts.resolved;
  const written = new Map(explanations.map(({ name, value }) => [name, value]));
  const entries = Object.entries(resolved).filter(([name, value]) => !isOnlySplit(written.get(name) ?? "", value));
  if (entries.length === 0) return <p className="text-muted">{texts.none}</p>;
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2 xl:grid-cols-3">
      {entries.map(([name, value]) => {
        const own = written.get(name);
        return (
          <li key={name} className="flex min-w-0 flex-col border-b border-line py-2">
            <KeyName name={name} context={context} />
            <span className="text-sm">
              <code>{shorten(asText(value))}</code>{" "}
              {own !== undefined && <span className="text-muted">{fill(texts.written, { value: shorten(own) })}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
});

const asText = (value: unknown) => (typeof value === "string" ? (value === "" ? '""' : value) : JSON.stringify(value));
const shorten = (text: string) => (text.length <= 160 ? text : `${text.slice(0, 160)}…`);
