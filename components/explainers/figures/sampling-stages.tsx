import { ScrollX } from "@/components/ui/scroll-x";
import { formatPercent } from "@/lib/explainers/format";
import type { SamplingView } from "@/lib/explainers/sampling";
import type { SamplingTexts } from "@/lib/i18n/messages/explainers/sampling";

/** Probabilities after each stage, as bars with their numbers; the first column names the token. */
export function SamplingStages({ view, texts }: { view: SamplingView; texts: SamplingTexts }) {
  const most = Math.max(...view.stages.flatMap(({ probabilities }) => probabilities));
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <ScrollX label={texts.figureTitle}>
        <table className="data-table">
          <caption className="mb-1 text-start text-sm">
            <span className="font-semibold">{texts.figureTitle}</span>{" "}
            <span className="text-muted">{texts.context}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">{texts.token}</th>
              {view.stages.map(({ name }) => (
                <th key={name} scope="col" className="min-w-24">
                  {texts.stages[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.values(texts.words).map((word, token) => (
              <tr key={word}>
                <th scope="row" className={`whitespace-nowrap ${token === view.best ? "" : "font-normal!"}`}>
                  {word}
                </th>
                {view.stages.map(({ name, probabilities, logits }) => (
                  <td key={name} className="py-1.5! tabular-nums">
                    <Bar
                      probability={probabilities[token] ?? 0}
                      most={most}
                      out={logits[token] === Number.NEGATIVE_INFINITY ? texts.out : null}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </figure>
  );
}

function Bar({ probability, most, out }: { probability: number; most: number; out: string | null }) {
  if (out !== null) return <span className="text-muted line-through">{out}</span>;
  return (
    <span className="flex flex-col gap-1">
      <span>{formatPercent(probability, 1)}</span>
      <span
        aria-hidden="true"
        className="h-1.5 min-w-px rounded-sm bg-accent"
        style={{ width: `${((probability / most) * 100).toFixed(1)}%` }}
      />
    </span>
  );
}
