"use client";

import { formatCount, formatPercent, formatSignificant } from "@/lib/explainers/format";
import {
  type GradientsState,
  type GradientsView,
  gradients,
  gradientsYaml,
  limits,
  viewGradients,
  weightings,
} from "@/lib/explainers/gradients";
import { fill } from "@/lib/i18n/fill";
import type { GradientsTexts } from "@/lib/i18n/messages/explainers/gradients";
import { type Drawn, Explainer, type Given } from "./explainer";
import { FieldGroup, NumberField, SelectField } from "./fields";
import { GradientArrows } from "./figures/gradient-arrows";
import { MicroBatches } from "./figures/micro-batches";
import { KeyFigure, KeyFigures, NumbersTable, SpokenResult, YamlBlock } from "./frame";
import type { UrlState } from "./use-url-state";

export function GradientsExplainer(given: Given<GradientsTexts>) {
  return (
    <Explainer
      definition={gradients}
      viewOf={viewGradients}
      controls={Controls}
      figure={Figure}
      results={Results}
      given={given}
    />
  );
}

function Controls({ state, change, choose, texts }: UrlState<GradientsState> & Given<GradientsTexts>) {
  return (
    <>
      <FieldGroup title={texts.batch}>
        <NumberField
          label={texts.perDevice}
          code="per_device_train_batch_size"
          {...limits.per_device_train_batch_size}
          value={state.per_device_train_batch_size}
          onChange={(value) => change({ per_device_train_batch_size: Math.round(value) })}
        />
        <NumberField
          label={texts.accumulation}
          code="gradient_accumulation_steps"
          {...limits.gradient_accumulation_steps}
          value={state.gradient_accumulation_steps}
          onChange={(value) => change({ gradient_accumulation_steps: Math.round(value) })}
        />
        <NumberField
          label={texts.gpus}
          {...limits.gpus}
          value={state.gpus}
          onChange={(value) => change({ gpus: Math.round(value) })}
        />
      </FieldGroup>
      <FieldGroup title={texts.clipping}>
        <NumberField
          label={texts.maxNorm}
          code="max_grad_norm"
          hint={texts.maxNormOff}
          {...limits.max_grad_norm}
          step={0.1}
          value={state.max_grad_norm}
          onChange={(max_grad_norm) => change({ max_grad_norm })}
        />
      </FieldGroup>
      <FieldGroup title={texts.loss}>
        <SelectField
          label={texts.weighting}
          hint={texts.weightingNotes[state.weighting]}
          value={state.weighting}
          options={weightings.map((value) => ({ value, label: texts.weightings[value] }))}
          onChange={(weighting) => choose({ weighting })}
        />
        <NumberField
          label={texts.spread}
          hint={texts.spreadHint}
          {...limits.spread}
          value={state.spread}
          onChange={(spread) => change({ spread })}
        />
        <NumberField
          label={texts.draw}
          {...limits.draw}
          value={state.draw}
          onChange={(draw) => change({ draw: Math.round(draw) })}
        />
      </FieldGroup>
    </>
  );
}

function Figure({ state, view, texts }: Drawn<GradientsState, GradientsView, Given<GradientsTexts>>) {
  return <MicroBatches state={state} view={view} texts={texts} />;
}

function Results({ state, view, texts, shared }: Drawn<GradientsState, GradientsView, Given<GradientsTexts>>) {
  const loss = view.losses[state.weighting].toFixed(3);
  const norm = formatSignificant(view.clipped.norm, 3);
  const factor = formatSignificant(view.clipped.factor, 3);
  return (
    <>
      <KeyFigures>
        <KeyFigure
          label={texts.effectiveBatch}
          value={formatCount(view.effectiveBatch)}
          note={fill(texts.effectiveNote, {
            size: state.per_device_train_batch_size,
            passes: state.gradient_accumulation_steps,
            gpus: state.gpus,
          })}
        />
        <KeyFigure label={texts.tokens} value={formatCount(view.tokens)} />
        <KeyFigure label={texts.stepLoss} value={loss} note={texts.weightings[state.weighting]} />
        <KeyFigure label={texts.norm} value={norm} note={texts.normNote} />
        <KeyFigure
          label={texts.factor}
          value={factor}
          note={view.clipped.factor < 1 ? texts.factorClipped : texts.factorLeft}
        />
      </KeyFigures>
      <SpokenResult text={fill(texts.result, { batch: view.effectiveBatch, loss, norm, factor })} />
      <GradientArrows view={view} maxNorm={state.max_grad_norm} texts={texts} />
      <NumbersTable
        caption={texts.lossTable}
        columns={[
          { title: texts.averaging },
          { title: texts.lossColumn, numeric: true },
          { title: texts.difference, numeric: true },
        ]}
        rows={weightings.map((weighting) => ({
          key: weighting,
          strong: weighting === state.weighting,
          cells: [
            texts.weightings[weighting],
            view.losses[weighting].toFixed(3),
            signed(view.losses[weighting] / view.losses.tokens - 1),
          ],
        }))}
      />
      <NumbersTable
        caption={texts.table}
        columns={[
          { title: texts.where },
          ...[texts.samples, texts.tokens, texts.meanLoss, texts.norm, texts.share].map((title) => ({
            title,
            numeric: true,
          })),
        ]}
        rows={view.microBatches.map((batch) => ({
          key: `${batch.gpu} ${batch.pass}`,
          cells: [
            fill(texts.whereValue, { gpu: batch.gpu + 1, pass: batch.pass + 1 }),
            batch.sampleTokens.map(formatCount).join(" + "),
            formatCount(batch.tokens),
            batch.loss.toFixed(3),
            formatSignificant(batch.norm, 3),
            formatPercent(batch.weight, 1),
          ],
        }))}
      />
      <YamlBlock texts={shared} yaml={gradientsYaml(state)} />
    </>
  );
}

function signed(share: number): string {
  return Math.abs(share) < 5e-5 ? "0" : `${share > 0 ? "+" : "−"}${formatPercent(Math.abs(share), 1)}`;
}
