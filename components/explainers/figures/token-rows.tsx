import type { LossMaskView, RowView, ShownToken } from "@/lib/explainers/loss-mask";
import { fill } from "@/lib/i18n/fill";
import type { LossMaskTexts } from "@/lib/i18n/messages/explainers/loss-mask";

/** Frame, weight and line tell the fates apart where colour does not. */
const looks = {
  counts: "border-2 border-accent bg-accent-soft font-semibold",
  masked: "border border-line bg-surface text-muted",
  cut: "border border-dashed border-bad bg-bad-soft text-bad line-through",
  padding: "border border-dotted border-muted text-muted",
} as const satisfies Record<ShownToken["fate"] | "padding", string>;

const box = "rounded-sm px-1 py-px font-mono text-xs leading-5 whitespace-pre";

/** Rows of tokens as the model gets them, with what was cut off struck out at its place. */
export function TokenRows({ view, texts }: { view: LossMaskView; texts: LossMaskTexts }) {
  return (
    <figure className="flex min-w-0 flex-col gap-3">
      <figcaption className="text-sm font-semibold">{texts.figureTitle}</figcaption>
      {view.rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number
        <Row key={index} row={row} number={index + 1} texts={texts} />
      ))}
      <ul aria-label={texts.legend} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {(["counts", "masked", "cut", "padding"] as const).map((fate) => (
          <li key={fate} className="flex items-center gap-2">
            <span aria-hidden="true" className={`${box} ${looks[fate]}`}>
              abc
            </span>
            {texts.fates[fate]}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Row({ row, number, texts }: { row: RowView; number: number; texts: LossMaskTexts }) {
  const samples = [...new Set(row.tokens.map(({ sample }) => sample))];
  const counting = row.tokens.filter(({ fate }) => fate === "counts").length;
  return (
    <div className="card flex flex-col gap-2 p-3">
      <p className="text-xs text-muted">
        <strong className="text-ink">{fill(texts.row, { n: number })}</strong> ·{" "}
        {fill(texts.rowSummary, { kept: row.keptTokens, counting })}
      </p>
      {samples.map((sample) => (
        <p key={sample} className="flex flex-wrap gap-1">
          <span className="me-1 text-xs leading-6 text-muted">{fill(texts.sample, { n: sample + 1 })}</span>
          {row.tokens
            .filter((token) => token.sample === sample)
            .map((token, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: tokens have no name but their place
              <Token key={index} token={token} texts={texts} />
            ))}
        </p>
      ))}
      {row.paddingTokens > 0 && (
        <p>
          <span className={`${box} ${looks.padding}`}>{fill(texts.padding, { n: row.paddingTokens })}</span>
        </p>
      )}
    </div>
  );
}

function Token({ token: { text, fate, part }, texts }: { token: ShownToken; texts: LossMaskTexts }) {
  const className = `${box} ${looks[fate]}`;
  if (fate === "cut") return <del className={className}>{text}</del>;
  if (fate === "masked") return <span className={className}>{text}</span>;
  // With one end token for all, the first word of a later prompt stands where the end of an answer is learned.
  const title = part === "prompt" && text === "<|user|>" ? texts.eosTarget : undefined;
  return (
    <mark className={`${className} text-ink`} title={title}>
      {text}
    </mark>
  );
}
