/** A curve the size of a table cell. `values` lie between 0 and 1 and are spread evenly; what is not finite leaves a gap. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const width = 96;
  const height = 36;
  const inset = 3;
  const x = (index: number) => inset + (index / Math.max(1, values.length - 1)) * (width - 2 * inset);
  const y = (value: number) => height - inset - value * (height - 2 * inset);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
      <path d={`M0 ${height - 0.5}H${width}`} className="stroke-line" fill="none" />
      <path
        d={pathOf(values.map((value, index) => [x(index), y(value)]))}
        className="stroke-accent"
        fill="none"
        strokeWidth={1.75}
      />
    </svg>
  );
}

/** SVG path data through points; a point that is not finite interrupts the line. */
export function pathOf(points: readonly (readonly [number, number])[]): string {
  let pen = "M";
  let path = "";
  for (const [x, y] of points) {
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      pen = "M";
      continue;
    }
    path += `${pen}${round(x)} ${round(y)}`;
    pen = "L";
  }
  return path;
}

// A tenth of a pixel is finer than any screen shows, and keeps the HTML small.
const round = (value: number) => Math.round(value * 10) / 10;
