import { type ReactNode, useEffect, useState } from "react";
import { CodeBlock } from "@/components/ui/code-block";
import { CopyButton } from "@/components/ui/copy-button";
import { ScrollX } from "@/components/ui/scroll-x";
import type { SharedTexts } from "@/lib/i18n/messages/explainers/shared";
import type { UrlState } from "./use-url-state";

/** Controls at the side, figure and results beside them; where the window is narrow, figure, controls, results. */
export function ExplainerFrame({
  texts,
  url: { query, reset },
  figure,
  controls,
  children,
}: {
  texts: SharedTexts;
  url: Pick<UrlState<object>, "query" | "reset">;
  /** Stands first where the window is narrow. */
  figure: ReactNode;
  controls: ReactNode;
  children: ReactNode;
}) {
  return (
    // `data-react` keeps Next's client runtime in the exported page.
    <div data-react="" className="grid items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
      <div className="flex min-w-0 flex-col gap-6 lg:col-start-2">{figure}</div>
      <section
        aria-label={texts.settings}
        className="card no-print flex min-w-0 flex-col gap-5 p-4 lg:col-start-1 lg:row-span-2 lg:row-start-1"
      >
        <noscript>
          <p className="text-sm text-warn">{texts.noScript}</p>
        </noscript>
        {controls}
        <div className="flex flex-wrap items-center gap-2">
          <button type="button" className="button" onClick={reset}>
            {texts.reset}
          </button>
          <CopyButton
            subject={{ link: query }}
            label={texts.copyLink}
            copied={texts.copy.copied}
            failed={texts.copy.failed}
          />
        </div>
      </section>
      <div className="flex min-w-0 flex-col gap-6 lg:col-start-2">{children}</div>
    </div>
  );
}

/** The YAML that stands for the state. */
export function YamlBlock({ texts, yaml, title = texts.yaml }: { texts: SharedTexts; yaml: string; title?: string }) {
  return (
    <section className="flex min-w-0 flex-col gap-1">
      <h2 className="text-sm font-semibold">{title}</h2>
      <CodeBlock messages={texts.copy}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll container */}
        <pre tabIndex={0}>
          <code>{yaml}</code>
        </pre>
      </CodeBlock>
    </section>
  );
}

// Long enough for a drag to end, short enough to be heard as its answer.
const SPEAK_AFTER_MILLISECONDS = 700;

/** Says the result once the state rests. What is visible changes at once and is no live region: it would never be silent. */
export function SpokenResult({ text }: { text: string }) {
  const [spoken, setSpoken] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), SPEAK_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p aria-live="polite" className="sr-only">
      {spoken}
    </p>
  );
}

export interface NumbersColumn {
  readonly title: string;
  /** Numbers stand at the end of their cell. */
  readonly numeric?: boolean;
  /** Sentences need room, also where the table has to be scrolled. */
  readonly prose?: boolean;
}

/** The numbers behind a figure. The first cell of a row is its heading. */
export function NumbersTable({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly NumbersColumn[];
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[]; readonly strong?: boolean }[];
}) {
  const align = (index: number) => {
    const { numeric = false, prose = false } = columns[index] ?? {};
    return numeric ? "text-end! whitespace-nowrap tabular-nums" : prose ? "min-w-44" : "";
  };
  return (
    <ScrollX label={caption}>
      <table className="data-table">
        <caption className="mb-1 text-start text-sm font-semibold">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title }, index) => (
              <th key={title} scope="col" className={align(index)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells, strong }) => (
            <tr key={key} className={strong ? "font-semibold" : ""}>
              {cells.map((cell, index) =>
                index === 0 ? (
                  <th key={columns[index]?.title} scope="row" className={strong ? "" : "font-normal!"}>
                    {cell}
                  </th>
                ) : (
                  <td key={columns[index]?.title} className={align(index)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  );
}

/** One figure of the result, large. */
export function KeyFigure({ label, value, note }: { label: string; value: string; note?: string | undefined }) {
  return (
    <div className="card flex min-w-0 flex-col gap-0.5 p-3">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="text-lg font-semibold tabular-nums">{value}</dd>
      {note !== undefined && <dd className="text-xs text-muted">{note}</dd>}
    </div>
  );
}

export function KeyFigures({ children }: { children: ReactNode }) {
  return <dl className="grid grid-cols-2 gap-2 sm:grid-cols-3 xl:grid-cols-4">{children}</dl>;
}
