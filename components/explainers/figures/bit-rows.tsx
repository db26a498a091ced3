import type { FormatRow } from "@/lib/explainers/number-formats";
import { fill } from "@/lib/i18n/fill";
import type { NumberFormatsTexts } from "@/lib/i18n/messages/explainers/number-formats";

const PARTS = [
  { part: "sign", className: "border-ink bg-sunken" },
  { part: "exponent", className: "border-(--series-2) border-b-4" },
  { part: "mantissa", className: "border-(--series-1)" },
] as const;

/** The bits of a number in each format. They are text: they wrap on a phone, and can be copied. */
export function BitRows({
  rows,
  texts,
}: {
  rows: readonly FormatRow[];
  texts: Pick<NumberFormatsTexts, "bits" | "bitsOf" | "codeOf" | "sign" | "exponent" | "mantissa">;
}) {
  return (
    <figure className="flex flex-col gap-3">
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <span className="font-semibold">{texts.bits}</span>
        {PARTS.map(({ part, className }) => (
          <span key={part} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={`size-4 border ${className}`} />
            {texts[part]}
          </span>
        ))}
      </figcaption>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-2">
        {rows.map((row) => (
          <div key={row.name} className="contents">
            <dt className="font-mono text-xs">{row.name}</dt>
            <dd>
              <span className="sr-only">
                {row.sign === ""
                  ? fill(texts.codeOf, { name: row.name, code: row.mantissa })
                  : fill(texts.bitsOf, {
                      name: row.name,
                      sign: row.sign,
                      exponent: row.exponent,
                      mantissa: row.mantissa,
                    })}
              </span>
              <span aria-hidden="true" className="flex flex-wrap gap-px font-mono text-xs">
                {PARTS.flatMap(({ part, className }) =>
                  [...row[part]].map((bit, index) => (
                    <span
                      // biome-ignore lint/suspicious/noArrayIndexKey: a bit is its place
                      key={part + index}
                      className={`grid h-6 w-4 place-items-center border ${className}`}
                    >
                      {bit}
                    </span>
                  )),
                )}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}
