import { memo, useState } from "react";
import type { Explanation } from "@/lib/checker/explain";
import { isOnlySplit } from "@/lib/checker/tool/values";
import { fill } from "@/lib/i18n/fill";
import { KeyName, LineButton } from "./key-name";
import type { CheckContext } from "./types";

const FIRST_SHOWN = 80;

/** Each written key: what it does, and its value beside the default. */
export const LinesList = memo(function LinesList({
  explanations,
  resolved,
  context,
}: {
  explanations: readonly Explanation[];
  resolved: Readonly<Record<string, unknown>>;
  context: CheckContext;
}) {
  const [isWhole, showWhole] = useState(false);
  const { lines, findings } = context.texts;
  const shown = isWhole ? explanations : explanations.slice(0, FIRST_SHOWN);
  return (
    <>
      <ul className="flex flex-col">
        {shown.map((line, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a key may be written twice
            key={`${line.name} ${index}`}
            className="grid grid-cols-[3.5rem_minmax(0,1fr)] gap-x-3 border-b border-line py-2 lg:grid-cols-[3.5rem_minmax(0,18rem)_minmax(0,14rem)_minmax(0,1fr)]"
          >
            <span className="text-end tabular-nums">
              {line.place && (
                <LineButton
                  line={line.place.line}
                  column={line.place.column}
                  label={String(line.place.line)}
                  title={fill(findings.goTo, { line: line.place.line })}
                  onGo={context.goTo}
                />
              )}
            </span>
            <span className="min-w-0 font-medium">
              <KeyName name={line.name} context={context} />
            </span>
            <span className="col-start-2 min-w-0 text-sm lg:col-start-3">
              <code>{shorten(line.value)}</code>{" "}
              <ValueNote line={line} isChanged={!isOnlySplit(line.value, resolved[line.name])} texts={lines} />
            </span>
            <span className="col-start-2 min-w-0 text-sm text-muted lg:col-start-4">
              {line.parameter ? (context.keyTexts[line.name]?.[1] ?? "") : lines.unknown}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < explanations.length && (
        <button type="button" className="button mt-3" onClick={() => showWhole(true)}>
          {fill(lines.more, { count: explanations.length })}
        </button>
      )}
    </>
  );
});

function ValueNote({
  line,
  isChanged,
  texts,
}: {
  line: Explanation;
  isChanged: boolean;
  texts: CheckContext["texts"]["lines"];
}) {
  if (!line.parameter) return null;
  const fallback = line.default === null || line.default === "None" ? texts.unset : line.default;
  return (
    <span className="text-muted">
      {line.isDefault ? texts.isDefault : fill(texts.default, { value: shorten(fallback === "" ? '""' : fallback) })}
      {line.becomes !== null && isChanged && (
        <>
          {" · "}
          <strong className="text-warn">{fill(texts.becomes, { value: shorten(line.becomes) })}</strong>
        </>
      )}
    </span>
  );
}

const LONGEST_VALUE = 120;
function shorten(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE)}…`;
}
