import { ScrollX } from "@/components/ui/scroll-x";
import { formatCount, formatPercent } from "@/lib/explainers/format";
import type { GradientsState, GradientsView } from "@/lib/explainers/gradients";
import { fill } from "@/lib/i18n/fill";
import type { GradientsTexts } from "@/lib/i18n/messages/explainers/gradients";

/** Every micro-batch of one optimizer step: GPUs below each other, passes beside each other, samples as bars. */
export function MicroBatches({
  state,
  view,
  texts,
}: {
  state: GradientsState;
  view: GradientsView;
  texts: GradientsTexts;
}) {
  const { gpus, gradient_accumulation_steps: passes, per_device_train_batch_size: size } = state;
  const label = fill(texts.grid, { gpus, passes, size });
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <figcaption className="text-sm font-semibold">{texts.gridTitle}</figcaption>
      <ScrollX label={texts.gridTitle}>
        <div
          role="img"
          aria-label={label}
          className="grid min-w-max gap-1.5 text-xs"
          style={{ gridTemplateColumns: `auto repeat(${passes}, minmax(6.5rem, 1fr))` }}
        >
          <span />
          {Array.from({ length: passes }, (_, pass) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a pass is its number
            <span key={pass} className="text-center text-muted">
              {fill(texts.pass, { n: pass + 1 })}
            </span>
          ))}
          {Array.from({ length: gpus }, (_, gpu) => [
            // biome-ignore lint/suspicious/noArrayIndexKey: a GPU is its number
            <span key={`gpu ${gpu}`} className="self-center whitespace-nowrap pe-2">
              {fill(texts.gpu, { n: gpu + 1 })}
            </span>,
            ...view.microBatches
              .filter((batch) => batch.gpu === gpu)
              .map((batch) => (
                <span key={batch.pass} className="card flex flex-col gap-1 rounded-md p-1.5 tabular-nums">
                  <Bars tokens={batch.sampleTokens} longest={view.longestSampleTokens} />
                  <span>{fill(texts.tokensOf, { tokens: formatCount(batch.tokens) })}</span>
                  <span className="text-muted">{fill(texts.weightOf, { share: formatPercent(batch.weight, 1) })}</span>
                </span>
              )),
          ])}
        </div>
      </ScrollX>
      <p className="text-xs text-muted">{label}</p>
    </figure>
  );
}

function Bars({ tokens, longest }: { tokens: readonly number[]; longest: number }) {
  return (
    <span className="flex flex-col gap-0.5">
      {tokens.map((count, sample) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: samples have no name but their place
          key={sample}
          className="h-1.5 min-w-0.5 rounded-sm bg-accent"
          style={{ width: `${((count / longest) * 100).toFixed(1)}%` }}
        />
      ))}
    </span>
  );
}
