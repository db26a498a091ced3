"use client";

import { formatPercent, formatSignificant } from "@/lib/explainers/format";
import {
  blockSizes,
  kinds,
  limits,
  type QuantizationState,
  type QuantizationView,
  quantization,
  quantizationYaml,
  rowLength,
  viewQuantization,
} from "@/lib/explainers/quantization";
import { fill } from "@/lib/i18n/fill";
import type { QuantizationTexts } from "@/lib/i18n/messages/explainers/quantization";
import { type Drawn, Explainer, type Given } from "./explainer";
import { CheckField, FieldGroup, NumberField, SelectField } from "./fields";
import { WeightRow } from "./figures/weight-row";
import { KeyFigure, KeyFigures, NumbersTable, SpokenResult, YamlBlock } from "./frame";
import type { UrlState } from "./use-url-state";

const short = (value: number) => formatSignificant(value, 3);

export function QuantizationExplainer(given: Given<QuantizationTexts>) {
  return (
    <Explainer
      definition={quantization}
      viewOf={viewQuantization}
      controls={Controls}
      figure={Figure}
      results={Results}
      given={given}
    />
  );
}

function Controls({ state, change, choose, texts }: UrlState<QuantizationState> & Given<QuantizationTexts>) {
  return (
    <>
      <FieldGroup title={texts.format}>
        <SelectField
          label={texts.kind}
          code={state.kind === "int8" ? "quantization_bit" : "quantization_type"}
          value={state.kind}
          options={kinds.map((value) => ({ value, label: texts.kinds[value] }))}
          onChange={(kind) => choose({ kind })}
        />
        <SelectField
          label={texts.block}
          hint={texts.blockHint}
          value={state.block}
          options={blockSizes.map((value) => ({ value, label: value }))}
          onChange={(block) => choose({ block })}
        />
        {state.kind !== "int8" && (
          <CheckField
            label={texts.doubleQuantization}
            code="double_quantization"
            checked={state.double_quantization}
            onChange={(double_quantization) => choose({ double_quantization })}
          />
        )}
      </FieldGroup>
      <FieldGroup title={texts.outlier}>
        <NumberField
          label={texts.size}
          hint={texts.sizeHint}
          {...limits.outlier}
          step={0.1}
          value={state.outlier}
          onChange={(outlier) => change({ outlier })}
        />
        <NumberField
          label={texts.at}
          min={1}
          max={rowLength}
          value={state.at + 1}
          onChange={(at) => change({ at: Math.round(at) - 1 })}
        />
      </FieldGroup>
    </>
  );
}

function Figure({ state, view, change, texts }: Drawn<QuantizationState, QuantizationView, Given<QuantizationTexts>>) {
  const drag = (weight: number) => {
    const deviations = Math.round((weight / view.deviation) * 10) / 10;
    change({ outlier: Math.min(limits.outlier.max, Math.max(limits.outlier.min, deviations)) });
  };
  return <WeightRow view={view} outlierAt={state.at} texts={texts} onDrag={drag} />;
}

function Results({ state, view, texts, shared }: Drawn<QuantizationState, QuantizationView, Given<QuantizationTexts>>) {
  const { chosen } = view;
  const outlierBlock = view.blocks[Math.floor(state.at / Number(state.block))];
  return (
    <>
      <KeyFigures>
        <KeyFigure label={texts.rms} value={short(chosen.rms)} />
        <KeyFigure label={texts.relative} value={formatPercent(chosen.relative, 1)} note={texts.relativeNote} />
        <KeyFigure label={texts.bits} value={formatSignificant(chosen.bits, 4)} />
        {outlierBlock && <KeyFigure label={texts.codes} value={`${outlierBlock.codesUsed}`} note={texts.codesNote} />}
      </KeyFigures>
      <SpokenResult
        text={fill(texts.result, {
          kind: state.kind,
          block: state.block,
          rms: short(chosen.rms),
          relative: formatPercent(chosen.relative, 1),
        })}
      />
      <NumbersTable
        caption={texts.compare}
        columns={[
          { title: texts.formatColumn },
          ...[texts.bits, texts.rms, texts.largest, texts.relative].map((title) => ({ title, numeric: true })),
        ]}
        rows={view.kinds.map((row) => ({
          key: row.kind,
          strong: row.kind === state.kind,
          cells: [
            row.kind === "int4" ? texts.evenSteps : row.kind,
            formatSignificant(row.bits, 4),
            short(row.rms),
            short(row.largest),
            formatPercent(row.relative, 1),
          ],
        }))}
      />
      <NumbersTable
        caption={texts.blocks}
        columns={[
          { title: texts.blockColumn },
          ...[texts.scale, texts.rms, texts.codesUsed].map((title) => ({ title, numeric: true })),
        ]}
        rows={view.blocks.map((block) => ({
          key: `${block.index}`,
          strong: block === outlierBlock && view.blocks.length > 1,
          cells: [
            `${block.start + 1}–${block.start + block.length}`,
            short(block.absmax),
            short(block.rms),
            block.codesUsed,
          ],
        }))}
      />
      <details>
        <summary className="text-sm">{fill(texts.show, { n: rowLength })}</summary>
        <NumbersTable
          caption={texts.weights}
          columns={[
            { title: texts.number },
            ...[texts.weight, texts.code, texts.readBack, texts.error].map((title) => ({ title, numeric: true })),
          ]}
          rows={view.weights.map(({ index, weight, code, read, error }) => ({
            key: `${index}`,
            strong: index === state.at,
            cells: [`${index + 1}`, short(weight), code, short(read), short(error)],
          }))}
        />
      </details>
      <YamlBlock texts={shared} yaml={quantizationYaml(state)} />
    </>
  );
}
