import { formatCount, formatSignificant } from "@/lib/explainers/format";
import type { LoraPictureView, Matrix } from "@/lib/explainers/lora-picture";
import { fill } from "@/lib/i18n/fill";
import type { LoraPictureTexts } from "@/lib/i18n/messages/explainers/lora-picture";

const LONGEST_SIDE = 132;
const HAIRLINE = 1.5;

/** W + scaling · B · A, every matrix with the sides that it has. What is written is text, so that it wraps and can be read. */
export function LoraMatrices({ view, texts }: { view: LoraPictureView; texts: LoraPictureTexts }) {
  const { W, A, B, BA } = view.matrices;
  const unit = LONGEST_SIDE / Math.max(W.rows, W.columns, A.rows);
  const draw = (matrix: Matrix, note: string, look: Look) => (
    <Drawing matrix={matrix} note={note} look={look} unit={unit} shape={shapeText(matrix, texts)} />
  );
  return (
    <figure className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-4">
        {draw(W, texts.frozen, "frozen")}
        <Sign text="+" />
        <Sign text={formatSignificant(view.scaling, 3)} />
        <Sign text="·" />
        {draw(B, texts.trained, "trained")}
        <Sign text="·" />
        {draw(A, texts.trained, "trained")}
        <span className="flex flex-wrap items-center gap-3">
          <Sign text="B · A =" />
          {draw(BA, fill(texts.product, { rank: formatCount(view.updateRank) }), "product")}
        </span>
      </div>
      <figcaption className="text-xs text-muted">{texts.toScale}</figcaption>
    </figure>
  );
}

export function shapeText({ rows, columns }: Matrix, texts: LoraPictureTexts): string {
  return fill(texts.shape, { rows: formatCount(rows), columns: formatCount(columns) });
}

function Sign({ text }: { text: string }) {
  return <span className="text-lg font-semibold tabular-nums">{text}</span>;
}

type Look = "frozen" | "trained" | "product";

const looks = {
  frozen: "fill-sunken stroke-muted",
  trained: "fill-accent stroke-accent",
  product: "fill-accent-soft stroke-accent [stroke-dasharray:4_3]",
} as const satisfies Record<Look, string>;

function Drawing({
  matrix: { name, rows, columns },
  note,
  look,
  unit,
  shape,
}: {
  matrix: Matrix;
  note: string;
  look: Look;
  unit: number;
  shape: string;
}) {
  const width = Math.max(HAIRLINE, columns * unit);
  const height = Math.max(HAIRLINE, rows * unit);
  return (
    <span className="flex flex-col items-center gap-1 text-center text-xs">
      <strong className="text-sm">{name}</strong>
      <svg aria-hidden="true" width={width + 2} height={height + 2} className="max-w-full">
        <rect x={1} y={1} width={width} height={height} strokeWidth={1} className={looks[look]} />
      </svg>
      <span className="whitespace-nowrap tabular-nums">{shape}</span>
      <span className="max-w-36 text-muted">{note}</span>
    </span>
  );
}
