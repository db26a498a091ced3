import { Wrench } from "lucide-react";
import { memo, useState } from "react";
import type { Edit } from "@/lib/checker/rule";
import type { ShownFinding } from "@/lib/checker/tool/service";
import { sourceUrl } from "@/lib/checker/tool/source-url";
import { fill } from "@/lib/i18n/fill";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";
import { KeyName, LineButton } from "./key-name";
import type { CheckContext } from "./types";

const FIRST_SHOWN = 40;

const colours = {
  error: "border-bad bg-bad-soft text-bad",
  warning: "border-warn bg-warn-soft text-warn",
  note: "border-line bg-sunken text-muted",
} as const;

export function editText(edit: Edit, texts: CheckTexts["findings"]["edits"]): string {
  switch (edit.kind) {
    case "set": {
      const value = typeof edit.value === "string" ? edit.value : JSON.stringify(edit.value);
      return fill(texts.set, { key: edit.key, value });
    }
    case "remove":
      return fill(texts.remove, { key: edit.key });
    case "rename":
      return fill(texts.rename, { key: edit.key, to: edit.to });
  }
}

/** What the rules say, the worst first. */
export const FindingsList = memo(function FindingsList({
  findings,
  context,
  onFix,
}: {
  findings: readonly ShownFinding[];
  context: CheckContext;
  onFix: (finding: ShownFinding) => void;
}) {
  const [isWhole, showWhole] = useState(false);
  const texts = context.texts.findings;
  if (findings.length === 0) return <p className="text-muted">{texts.none}</p>;
  const shown = isWhole ? findings : findings.slice(0, FIRST_SHOWN);
  return (
    <>
      <ol className="flex flex-col gap-3">
        {shown.map((finding, index) => (
          <FindingItem
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule may find the same twice on one line
            key={`${finding.rule}:${finding.line}:${index}`}
            finding={finding}
            isRepeated={finding.upstreamMessage === shown[index - 1]?.upstreamMessage}
            context={context}
            onFix={onFix}
          />
        ))}
      </ol>
      {shown.length < findings.length && (
        <button type="button" className="button mt-3" onClick={() => showWhole(true)}>
          {fill(texts.more, { count: findings.length })}
        </button>
      )}
    </>
  );
});

function FindingItem({
  finding,
  isRepeated,
  context,
  onFix,
}: {
  finding: ShownFinding;
  /** Upstream says the same of several keys at once. */
  isRepeated: boolean;
  context: CheckContext;
  onFix: (finding: ShownFinding) => void;
}) {
  const texts = context.texts.findings;
  const { severity, line, column, message, parameters, upstreamMessage, fix, isFixable } = finding;
  const url = sourceUrl(finding.source);
  const source = `${finding.source.file.split("/").at(-1)}${finding.source.line === null ? "" : `:${finding.source.line}`}`;
  return (
    <li className="card flex flex-col gap-2 p-3" data-severity={severity}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span
          title={texts.severityHelp[severity]}
          className={`rounded border px-1.5 text-xs font-semibold ${colours[severity]}`}
        >
          {texts.severities[severity]}
        </span>
        {line !== null && (
          <LineButton
            line={line}
            column={column}
            label={fill(texts.line, { line })}
            title={fill(texts.goTo, { line })}
            onGo={context.goTo}
          />
        )}
        <span className="flex flex-wrap gap-x-3 text-sm">
          {parameters.slice(0, 4).map((name) => (
            <KeyName key={name} name={name} context={context} />
          ))}
        </span>
      </div>
      <p>{message}</p>
      {fix !== null && (
        <div className="flex flex-wrap items-center gap-2 text-sm">
          {isFixable && (
            <button type="button" className="button" onClick={() => onFix(finding)}>
              <Wrench aria-hidden="true" size={14} />
              {texts.apply}
            </button>
          )}
          <span className="flex flex-col">
            {fix.map((edit) => (
              <code key={`${edit.kind} ${edit.key}`}>{editText(edit, texts.edits)}</code>
            ))}
          </span>
        </div>
      )}
      {upstreamMessage !== null && !isRepeated && (
        <p className="text-sm text-muted">
          {texts.upstream}: <code lang="en">{shorten(upstreamMessage)}</code>
        </p>
      )}
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        <span>
          {texts.source}:{" "}
          {url === null ? (
            <code>{source}</code>
          ) : (
            <a href={url} className="underline">
              {source}
            </a>
          )}{" "}
          @ {finding.source.release}
        </span>
        <span>
          {texts.rule}: <code>{finding.rule}</code>
        </span>
      </p>
    </li>
  );
}

const LONGEST_MESSAGE = 400;

function shorten(text: string): string {
  return text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE)} …`;
}
