import { memo } from "react";
import { KeyFigure, KeyFigures } from "@/components/explainers/frame";
import type { LoraNumbers, MemoryNumbers, RunNumbers, StepNumbers } from "@/lib/checker/tool/numbers";
import { formatBytes, formatCount, formatShort, formatSignificant } from "@/lib/explainers/format";
import { fill } from "@/lib/i18n/fill";
import type { Language } from "@/lib/i18n/languages";
import type { CheckTexts } from "@/lib/i18n/messages/check/texts";
import { urls } from "@/lib/urls";

type Texts = CheckTexts["numbers"];
interface Figure {
  readonly label: string;
  readonly value: string;
  readonly note?: string | undefined;
}

const gib = (value: number) => `${formatSignificant(value, value < 10 ? 2 : 3)} GiB`;

/** Batch, steps, adapters and memory. */
export const NumbersPanel = memo(function NumbersPanel({
  numbers,
  texts,
  language,
}: {
  numbers: RunNumbers;
  texts: Texts;
  language: Language;
}) {
  const { batch, tokensPerStep, steps, lora, memory, explainers } = numbers;
  const figures: (Figure | null)[] = [
    batch && {
      label: texts.effectiveBatch,
      value: formatCount(batch.effective),
      note: fill(texts.batchHow, { batch: batch.perDevice, accumulation: batch.accumulation, gpus: batch.processes }),
    },
    tokensPerStep === null ? null : { label: texts.tokens, value: formatShort(tokensPerStep) },
    steps && stepFigure(steps, texts),
    steps?.kind === "counted"
      ? {
          label: texts.checkpoints,
          value: `${formatCount(steps.saves)} · ${formatCount(steps.evaluations)}`,
          note: fill(texts.checkpointsHow, { saves: steps.saves, evaluations: steps.evaluations }),
        }
      : null,
    lora && loraFigure(lora, texts),
    memory && memoryFigure(memory, texts),
  ];
  const shown = figures.filter((figure): figure is Figure => figure !== null);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="numbers" className="flex flex-col gap-3">
      <div>
        <h2 id="numbers" className="text-lg font-semibold">
          {texts.title}
        </h2>
        <p className="text-sm text-muted">{texts.lead}</p>
      </div>
      <KeyFigures>
        {shown.map((figure) => (
          <KeyFigure key={figure.label} {...figure} />
        ))}
      </KeyFigures>
      {memory?.kind === "estimated" && <MemoryDetails memory={memory} texts={texts} />}
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        {(Object.keys(explainers) as (keyof typeof explainers)[]).map((id) =>
          explainers[id] === null ? null : (
            <a key={id} href={`${urls.explainer(language, id)}${explainers[id]}`} className="underline">
              {texts.openIn[id]} →
            </a>
          ),
        )}
      </p>
    </section>
  );
});

function stepFigure(steps: StepNumbers, texts: Texts): Figure {
  const label = texts.steps;
  switch (steps.kind) {
    case "counted": {
      const { total, perEpoch, warmup, byMaxSteps } = steps;
      const how = fill(byMaxSteps ? texts.stepsByMax : texts.stepsHow, {
        perEpoch: formatCount(perEpoch),
        warmup: formatCount(warmup),
      });
      return { label, value: formatCount(total), note: how };
    }
    case "needs-samples":
      return { label, value: "?", note: texts.stepsNeedSamples };
    case "packed":
      return { label, value: "?", note: texts.stepsPacked };
    case "endless":
      return { label, value: "∞", note: texts.stepsEndless };
  }
}

function loraFigure(lora: LoraNumbers, texts: Texts): Figure {
  const label = texts.lora;
  switch (lora.kind) {
    case "counted": {
      const { trainable, all, fileBytes, missing } = lora;
      const how = fill(texts.loraHow, {
        share: formatSignificant((trainable / all) * 100, 3),
        all: formatShort(all),
        file: formatBytes(fileBytes),
      });
      const lacks = missing.length > 0 ? ` ${fill(texts.loraMissing, { names: missing.join(", ") })}` : "";
      return { label, value: formatCount(trainable), note: `${how}${lacks}` };
    }
    case "no-target":
      return { label, value: "–", note: texts.loraNoTarget };
    case "unknown-model":
      return { label, value: "?", note: texts.loraUnknown };
  }
}

function memoryFigure(memory: MemoryNumbers, texts: Texts): Figure {
  const label = texts.memory;
  if (memory.kind === "unknown-model") return { label, value: "?", note: texts.memoryUnknown };
  const { peakGiB, lowGiB, highGiB, isGuessed, fits } = memory;
  const band = fill(texts.memoryBand, { low: gib(lowGiB), high: gib(highGiB) });
  const verdict = fits === null ? "" : ` · ${fits ? texts.fits : texts.fitsNot}`;
  return { label, value: `≈ ${gib(peakGiB)}${verdict}`, note: isGuessed ? `${band}; ${texts.memoryGuessed}` : band };
}

const PARTS = ["weights", "gradients", "optimizer", "activations", "logits", "buffers", "overhead"] as const;
const GIB = 2 ** 30;

function MemoryDetails({ memory, texts }: { memory: Extract<MemoryNumbers, { kind: "estimated" }>; texts: Texts }) {
  const parts = PARTS.filter((part) => memory.parts[part] > 0.01 * GIB);
  return (
    <>
      <p className="text-sm text-muted">
        {texts.memory}, {texts.parts}:{" "}
        {parts.map((part) => `${texts.partNames[part]} ${gib(memory.parts[part] / GIB)}`).join(" · ")}
      </p>
      {memory.suggestions.length > 0 && (
        <div>
          <h3 className="text-sm font-semibold">{texts.suggestions}</h3>
          <ol className="list-decimal ps-5 text-sm">
            {memory.suggestions.map(({ yaml, peakGiB }) => {
              const written = Object.entries(yaml)
                .map(([key, value]) => `${key}: ${String(value)}`)
                .join(", ");
              return (
                <li key={written}>
                  <code>{fill(texts.suggestion, { yaml: written, peak: gib(peakGiB) })}</code>
                </li>
              );
            })}
          </ol>
        </div>
      )}
    </>
  );
}
