"use client";

import { Plus, X } from "lucide-react";
import { memo, useId, useMemo, useState } from "react";
import { formatCount, formatRate } from "@/lib/explainers/format";
import {
  type Curve,
  type Keyword,
  keywords,
  type LrSchedulesState,
  type LrSchedulesView,
  limits,
  lrSchedules,
  lrSchedulesYaml,
  mostCurves,
  newCurve,
  schedulers,
  viewLrSchedules,
} from "@/lib/explainers/lr-schedules";
import { decades } from "@/lib/explainers/stops";
import { yamlNumber } from "@/lib/explainers/yaml";
import { fill } from "@/lib/i18n/fill";
import type { LrSchedulesTexts } from "@/lib/i18n/messages/explainers/lr-schedules";
import type { SharedTexts } from "@/lib/i18n/messages/explainers/shared";
import { FieldGroup, NumberField, SelectField, TextField } from "./fields";
import { LrChart } from "./figures/lr-chart";
import { seriesColor } from "./figures/series";
import { ExplainerFrame, NumbersTable, SpokenResult, YamlBlock } from "./frame";
import { type UrlState, useUrlState } from "./use-url-state";

const rateStops = decades(1e-7, 1e-1);
const stepStops = decades(10, 1e5, { whole: true });
const schedulerOptions = schedulers.map((value) => ({ value, label: value }));

const Figure = memo(LrChart);

export function LrSchedulesExplainer({ texts, shared }: { texts: LrSchedulesTexts; shared: SharedTexts }) {
  const url = useUrlState(lrSchedules);
  const { state, settled, change } = url;
  const [yamlCurve, setYamlCurve] = useState(0);
  const view = useMemo(() => viewLrSchedules(settled), [settled]);
  const total = state.max_steps;
  const yamlIndex = Math.min(yamlCurve, settled.curve.length - 1);
  return (
    <ExplainerFrame
      texts={shared}
      url={url}
      controls={<Controls {...url} texts={texts} />}
      figure={<Figure view={view} totalSteps={settled.max_steps} texts={texts} />}
    >
      <div className="card flex flex-col gap-3 p-4">
        <NumberField
          label={texts.at}
          min={0}
          max={total}
          value={Math.min(state.at, total)}
          onChange={(at) => change({ at: Math.round(at) })}
        />
        <Rates view={view} texts={texts} />
      </div>
      <Numbers view={view} texts={texts} />
      <div className="flex flex-col gap-3">
        {settled.curve.length > 1 && (
          <SelectField
            label={texts.yamlFor}
            value={`${yamlIndex}`}
            options={view.curves.map(({ index, label }) => ({ value: `${index}`, label }))}
            onChange={(value) => setYamlCurve(Number(value))}
          />
        )}
        <YamlBlock texts={shared} yaml={lrSchedulesYaml(settled, yamlIndex)} />
      </div>
    </ExplainerFrame>
  );
}

function Controls({ state, change, choose, texts }: UrlState<LrSchedulesState> & { texts: LrSchedulesTexts }) {
  const withCurve = (index: number, curve: Curve) =>
    state.curve.map((other, position) => (position === index ? curve : other));
  return (
    <>
      <FieldGroup title={texts.run}>
        <NumberField
          label={texts.learningRate}
          code="learning_rate"
          {...limits.learning_rate}
          stops={rateStops}
          format={yamlNumber}
          value={state.learning_rate}
          onChange={(learning_rate) => change({ learning_rate })}
        />
        <NumberField
          label={texts.steps}
          code="max_steps"
          {...limits.max_steps}
          stops={stepStops}
          value={state.max_steps}
          onChange={(steps) => change({ max_steps: Math.round(steps) })}
        />
        <NumberField
          label={texts.warmupSteps}
          code="warmup_steps"
          hint={texts.warmupStepsHint}
          min={0}
          max={limits.warmup_steps.max}
          slider={false}
          value={state.warmup_steps}
          onChange={(steps) => change({ warmup_steps: Math.round(steps) })}
        />
        <NumberField
          label={texts.warmupRatio}
          code="warmup_ratio"
          hint={state.warmup_steps > 0 ? texts.ratioIgnored : undefined}
          min={0}
          max={1}
          step={0.01}
          value={state.warmup_ratio}
          onChange={(warmup_ratio) => change({ warmup_ratio })}
        />
      </FieldGroup>
      <FieldGroup title={texts.curves}>
        {state.curve.map((curve, index) => (
          <CurveFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a curve is known by its place, as in the address
            key={index}
            curve={curve}
            index={index}
            texts={texts}
            onChange={(next) => change({ curve: withCurve(index, next) })}
            onChoose={(next) => choose({ curve: withCurve(index, next) })}
            onRemove={
              state.curve.length > 1
                ? () => choose({ curve: state.curve.filter((_, position) => position !== index) })
                : undefined
            }
          />
        ))}
        <div className="flex flex-wrap gap-2">
          <button
            type="button"
            className="button"
            disabled={state.curve.length >= mostCurves}
            onClick={() => choose({ curve: [...state.curve, newCurve("polynomial")] })}
          >
            <Plus aria-hidden="true" size={16} />
            {texts.add}
          </button>
          <button type="button" className="button" onClick={() => choose({ curve: schedulers.map(newCurve) })}>
            {texts.all}
          </button>
        </div>
      </FieldGroup>
      {state.curve.some(({ scheduler }) => scheduler === "reduce_lr_on_plateau") && (
        <FieldGroup title={texts.plateau}>
          <TextField
            label={texts.metrics}
            hint={texts.metricsHint}
            value={state.metrics}
            onChange={(metrics) => change({ metrics: metrics.slice(0, 600) })}
          />
          <NumberField
            label={texts.evalSteps}
            code="eval_steps"
            {...limits.eval_steps}
            slider={false}
            value={state.eval_steps}
            onChange={(steps) => change({ eval_steps: Math.round(steps) })}
          />
        </FieldGroup>
      )}
    </>
  );
}

const drawnCurves = ({ curves }: LrSchedulesView) => curves.filter(({ refusal }) => refusal === null);

/** The rate of each curve at the step that is read off. */
const Rates = memo(function Rates({ view, texts }: { view: LrSchedulesView; texts: LrSchedulesTexts }) {
  const rates = drawnCurves(view)
    .map(({ label, rateAt }) => `${label}: ${formatRate(rateAt(view.at))}`)
    .join("; ");
  return (
    <>
      <p className="text-sm text-muted">
        {fill(texts.readOff, { at: formatCount(view.at) })} · {fill(texts.warmupEnds, { n: formatCount(view.warmup) })}
      </p>
      <ul className="flex flex-col gap-1 text-sm">
        {view.curves.map(({ index, label, rateAt, refusal, scheduler }) => (
          <li key={index} className="flex flex-wrap items-baseline gap-x-3">
            <span aria-hidden="true" className="size-2.5 rounded-full" style={{ background: seriesColor(index) }} />
            <span className="font-mono text-[0.85em]">{label}</span>
            {refusal === null ? (
              <strong className="tabular-nums">
                {Number.isNaN(rateAt(view.at)) ? texts.crash : formatRate(rateAt(view.at))}
              </strong>
            ) : (
              <span className="text-bad">{texts.refusals[refusal]}</span>
            )}
            {(scheduler === "constant" || scheduler === "reduce_lr_on_plateau") && (
              <span className="text-muted">{texts.noWarmup[scheduler]}</span>
            )}
          </li>
        ))}
      </ul>
      <SpokenResult text={fill(texts.result, { at: view.at, warmup: view.warmup, rates })} />
    </>
  );
});

const Numbers = memo(function Numbers({ view, texts }: { view: LrSchedulesView; texts: LrSchedulesTexts }) {
  const drawn = drawnCurves(view);
  return (
    <NumbersTable
      caption={texts.table}
      columns={[{ title: texts.step }, ...drawn.map(({ label }) => ({ title: label, numeric: true }))]}
      rows={view.tableSteps.map((step) => ({
        key: `${step}`,
        strong: step === view.at,
        cells: [formatCount(step), ...drawn.map(({ rateAt }) => formatRate(rateAt(step)))],
      }))}
    />
  );
});

function CurveFields({
  curve,
  index,
  texts,
  onChange,
  onChoose,
  onRemove,
}: {
  curve: Curve;
  index: number;
  texts: LrSchedulesTexts;
  onChange: (curve: Curve) => void;
  onChoose: (curve: Curve) => void;
  onRemove: (() => void) | undefined;
}) {
  const { scheduler, kwargs } = curve;
  const set = (key: string, value: number | string | undefined) => {
    const { [key]: _old, ...others } = kwargs;
    onChange({ scheduler, kwargs: value === undefined ? others : { ...others, [key]: value } });
  };
  return (
    <div className="flex flex-col gap-2 border-s-4 ps-3" style={{ borderColor: seriesColor(index) }}>
      <div className="flex items-end gap-2">
        <div className="min-w-0 grow">
          <SelectField
            label={fill(texts.curve, { n: index + 1 })}
            value={scheduler}
            options={schedulerOptions}
            onChange={(next) => onChoose(newCurve(next))}
          />
        </div>
        {onRemove && (
          <button
            type="button"
            className="button"
            aria-label={fill(texts.remove, { n: index + 1 })}
            title={fill(texts.remove, { n: index + 1 })}
            onClick={onRemove}
          >
            <X aria-hidden="true" size={16} />
          </button>
        )}
      </div>
      {keywords[scheduler].map((keyword) => (
        <KeywordField
          key={scheduler + keyword.key}
          keyword={keyword}
          value={kwargs[keyword.key]}
          unset={keyword.default === null && keyword.key.startsWith("num_") ? texts.auto : texts.unset}
          onChange={(value) => set(keyword.key, value)}
        />
      ))}
    </div>
  );
}

/** A keyword argument; left empty it is not written, and its placeholder says what upstream takes. */
function KeywordField({
  keyword: { key, default: otherwise, options },
  value,
  unset,
  onChange,
}: {
  keyword: Keyword;
  value: number | string | undefined;
  unset: string;
  onChange: (value: number | string | undefined) => void;
}) {
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <div className="flex items-center justify-between gap-3">
      <label htmlFor={id} className="min-w-0 font-mono text-xs">
        {key}
      </label>
      {options ? (
        <select
          id={id}
          className="field w-28 shrink-0"
          value={value ?? ""}
          onChange={(event) => onChange(event.target.value === "" ? undefined : event.target.value)}
        >
          <option value="">{otherwise}</option>
          {options
            .filter((option) => option !== otherwise)
            .map((option) => (
              <option key={option}>{option}</option>
            ))}
        </select>
      ) : (
        <input
          id={id}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          className="field w-28 shrink-0 text-end tabular-nums"
          placeholder={otherwise === null ? unset : String(otherwise)}
          value={draft ?? value ?? ""}
          onChange={(event) => {
            const text = event.target.value;
            setDraft(text);
            const typed = text.trim() === "" ? undefined : Number(text);
            if (typed === undefined || Number.isFinite(typed)) onChange(typed);
          }}
          onBlur={() => setDraft(null)}
        />
      )}
    </div>
  );
}
