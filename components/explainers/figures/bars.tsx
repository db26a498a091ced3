import { seriesColor } from "./series";

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  /** The value as it is shown. */
  readonly text: string;
}

const ROW = 28;

/** Bars of one kind, below each other, from a common zero. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const rows = { gridAutoRows: ROW };
  return (
    <figure className="grid grid-cols-[auto_minmax(0,1fr)_auto] gap-x-3 text-sm">
      <div aria-hidden="true" className="grid items-center font-mono text-[0.85em]" style={rows}>
        {bars.map(({ key, label: name }) => (
          <span key={key} className="whitespace-nowrap">
            {name}
          </span>
        ))}
      </div>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 100 ${ROW * bars.length}`}
        preserveAspectRatio="none"
        className="w-full"
        style={{ height: ROW * bars.length }}
      >
        {bars.map(({ key, value }, index) => (
          <rect
            key={key}
            y={index * ROW + 5}
            width={(value / most) * 100}
            height={ROW - 10}
            fill={seriesColor(0)}
            rx={0.3}
          />
        ))}
      </svg>
      <div aria-hidden="true" className="grid items-center text-end tabular-nums" style={rows}>
        {bars.map(({ key, text }) => (
          <span key={key}>{text}</span>
        ))}
      </div>
    </figure>
  );
}
