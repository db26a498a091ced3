"use client";

import { useId, useState } from "react";
import { formatPercent, formatSignificant } from "@/lib/explainers/format";
import {
  limits,
  type SamplingState,
  type SamplingView,
  sampling,
  samplingYaml,
  viewSampling,
} from "@/lib/explainers/sampling";
import { fill } from "@/lib/i18n/fill";
import type { SamplingTexts } from "@/lib/i18n/messages/explainers/sampling";
import { type Drawn, Explainer, type Given } from "./explainer";
import { CheckField, FieldGroup, NumberField } from "./fields";
import { SamplingStages } from "./figures/sampling-stages";
import { KeyFigure, KeyFigures, NumbersTable, SpokenResult, YamlBlock } from "./frame";
import type { UrlState } from "./use-url-state";

export function SamplingExplainer(given: Given<SamplingTexts>) {
  return (
    <Explainer
      definition={sampling}
      viewOf={viewSampling}
      controls={Controls}
      figure={Figure}
      results={Results}
      given={given}
    />
  );
}

function Controls({ state, change, choose, texts }: UrlState<SamplingState> & Given<SamplingTexts>) {
  const words = Object.values(texts.words);
  return (
    <>
      <FieldGroup title={texts.settings}>
        <CheckField
          label={texts.doSample}
          code="do_sample"
          checked={state.do_sample}
          onChange={(do_sample) => choose({ do_sample })}
        />
        <NumberField
          label={texts.penalty}
          code="repetition_penalty"
          hint={texts.penaltyHint}
          {...limits.repetition_penalty}
          step={0.05}
          value={state.repetition_penalty}
          onChange={(repetition_penalty) => change({ repetition_penalty })}
        />
        {state.do_sample && (
          <>
            <NumberField
              label={texts.temperature}
              code="temperature"
              hint={texts.temperatureHint}
              {...limits.temperature}
              step={0.05}
              value={state.temperature}
              onChange={(temperature) => change({ temperature })}
            />
            <NumberField
              label={texts.topK}
              code="top_k"
              hint={texts.topKHint}
              {...limits.top_k}
              value={state.top_k}
              onChange={(top_k) => change({ top_k: Math.round(top_k) })}
            />
            <NumberField
              label={texts.topP}
              code="top_p"
              hint={texts.topPHint}
              {...limits.top_p}
              step={0.01}
              value={state.top_p}
              onChange={(top_p) => change({ top_p })}
            />
          </>
        )}
      </FieldGroup>
      <FieldGroup title={texts.logits}>
        <p className="text-xs text-muted">{texts.logitsHint}</p>
        {state.logits.map((logit, token) => (
          <LogitField
            key={words[token]}
            word={words[token] ?? ""}
            logit={logit}
            seen={state.seen.includes(token)}
            texts={texts}
            onLogit={(value) =>
              change({ logits: state.logits.map((other, place) => (place === token ? value : other)) })
            }
            onSeen={(seen) =>
              choose({ seen: seen ? [...state.seen, token] : state.seen.filter((place) => place !== token) })
            }
          />
        ))}
      </FieldGroup>
    </>
  );
}

function Figure({ view, texts }: Drawn<SamplingState, SamplingView, Given<SamplingTexts>>) {
  return <SamplingStages view={view} texts={texts} />;
}

function Results({ state, view, texts, shared }: Drawn<SamplingState, SamplingView, Given<SamplingTexts>>) {
  const words = Object.values(texts.words);
  const best = words[view.best] ?? "";
  const share = formatPercent(view.last.probabilities[view.best] ?? 0, 1);
  return (
    <>
      <KeyFigures>
        <KeyFigure label={texts.left} value={`${view.last.left}`} />
        <KeyFigure label={texts.best} value={best} note={share} />
        <KeyFigure
          label={texts.entropy}
          value={formatSignificant(Math.exp(view.entropy), 3)}
          note={texts.entropyNote}
        />
      </KeyFigures>
      <SpokenResult text={fill(texts.result, { left: view.last.left, best, share })} />
      <NumbersTable
        caption={texts.logitTable}
        columns={[
          { title: texts.token },
          ...view.stages.map(({ name }) => ({ title: texts.stages[name], numeric: true })),
        ]}
        rows={words.map((word, token) => ({
          key: word,
          strong: token === view.best,
          cells: [
            word,
            ...view.stages.map(({ logits }) => {
              const logit = logits[token] ?? Number.NEGATIVE_INFINITY;
              return Number.isFinite(logit) ? formatSignificant(logit, 3).replace("-", "−") : "−∞";
            }),
          ],
        }))}
      />
      <YamlBlock texts={shared} yaml={samplingYaml(state)} />
    </>
  );
}

function LogitField({
  word,
  logit,
  seen,
  texts,
  onLogit,
  onSeen,
}: {
  word: string;
  logit: number;
  seen: boolean;
  texts: SamplingTexts;
  onLogit: (logit: number) => void;
  onSeen: (seen: boolean) => void;
}) {
  const id = useId();
  // What is being typed need not be a number yet (`-`).
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <div className="flex items-center gap-3">
      <label htmlFor={id} className="min-w-0 grow text-sm">
        {word}
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        autoComplete="off"
        aria-label={fill(texts.logitOf, { word })}
        className="field w-20 shrink-0 text-end tabular-nums"
        value={draft ?? logit}
        onChange={(event) => {
          setDraft(event.target.value);
          const typed = event.target.value.trim() === "" ? Number.NaN : Number(event.target.value);
          if (Number.isFinite(typed)) onLogit(Math.min(limits.logit.max, Math.max(limits.logit.min, typed)));
        }}
        onBlur={() => setDraft(null)}
      />
      <label className="flex min-h-6 shrink-0 items-center gap-1.5 text-xs">
        <input
          type="checkbox"
          className="size-5 accent-(--accent)"
          aria-label={fill(texts.seenOf, { word })}
          checked={seen}
          onChange={(event) => onSeen(event.target.checked)}
        />
        {texts.seen}
      </label>
    </div>
  );
}
