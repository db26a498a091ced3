"use client";

import { formatPercent } from "@/lib/explainers/format";
import {
  examples,
  type FormatName,
  formatDouble,
  formatNames,
  limits,
  type NumberFormatsState,
  type NumberFormatsView,
  numberFormats,
  numberFormatsYaml,
  readNumber,
  viewNumberFormats,
} from "@/lib/explainers/number-formats";
import { decades } from "@/lib/explainers/stops";
import { fill } from "@/lib/i18n/fill";
import type { NumberFormatsTexts } from "@/lib/i18n/messages/explainers/number-formats";
import { type Drawn, Explainer, type Given } from "./explainer";
import { FieldGroup, NumberField, SelectField, TextField } from "./fields";
import { BitRows } from "./figures/bit-rows";
import { FormatRanges } from "./figures/format-ranges";
import { NumbersTable, SpokenResult, YamlBlock } from "./frame";
import type { UrlState } from "./use-url-state";

const absmaxStops = decades(1e-3, 100);
const activationStops = decades(1, 1e6);
const formatOptions = formatNames.map((value) => ({ value, label: value as string }));

function Figure({ view, texts }: Drawn<NumberFormatsState, NumberFormatsView, Given<NumberFormatsTexts>>) {
  return (
    <>
      <BitRows rows={view.rows} texts={texts} />
      <FormatRanges view={view} texts={texts} />
    </>
  );
}

export function NumberFormatsExplainer(given: Given<NumberFormatsTexts>) {
  return (
    <Explainer
      definition={numberFormats}
      viewOf={viewNumberFormats}
      controls={Controls}
      figure={Figure}
      results={Results}
      given={given}
    />
  );
}

function Controls({ state, change, choose, texts }: UrlState<NumberFormatsState> & Given<NumberFormatsTexts>) {
  return (
    <>
      <FieldGroup title={texts.number}>
        <TextField
          label={texts.value}
          hint={readNumber(state.value) === null ? texts.invalid : texts.valueHint}
          value={state.value}
          onChange={(value) => change({ value: value.slice(0, 40) })}
        />
        <div>
          <p className="mb-1 text-sm">{texts.examples}</p>
          <ul className="flex flex-wrap gap-1">
            {examples.map((example) => (
              <li key={example}>
                <button
                  type="button"
                  className="button font-mono"
                  aria-pressed={state.value === example}
                  onClick={() => choose({ value: example })}
                >
                  {example}
                </button>
              </li>
            ))}
          </ul>
        </div>
        <NumberField
          label={texts.absmax}
          hint={texts.absmaxHint}
          {...limits.absmax}
          stops={absmaxStops}
          value={state.absmax}
          onChange={(absmax) => change({ absmax })}
        />
      </FieldGroup>
      <FieldGroup title={texts.overflowGroup}>
        <NumberField
          label={texts.activation}
          {...limits.activation}
          stops={activationStops}
          value={state.activation}
          onChange={(activation) => change({ activation })}
        />
      </FieldGroup>
      <SelectField
        label={texts.yamlFor}
        value={state.format}
        options={formatOptions}
        onChange={(format) => choose({ format })}
      />
    </>
  );
}

function Results({
  state,
  view,
  texts,
  shared,
}: Drawn<NumberFormatsState, NumberFormatsView, Given<NumberFormatsTexts>>) {
  const stored = (name: FormatName) => formatDouble(view.rows.find((row) => row.name === name)?.value ?? Number.NaN);
  return (
    <>
      <NumbersTable
        caption={texts.table}
        columns={[
          { title: texts.format },
          { title: texts.stored, numeric: true },
          { title: texts.error, numeric: true },
          { title: texts.relative, numeric: true },
          { title: texts.outcome, prose: true },
        ]}
        rows={view.rows.map(({ name, value, absoluteError, relativeError, outcome }) => ({
          key: name,
          cells: [
            <code key="name">{name}</code>,
            formatDouble(value),
            absoluteError === null ? "–" : formatDouble(absoluteError, 3),
            relativeError === null ? "–" : relativeError === 0 ? "0" : formatPercent(relativeError),
            texts.outcomes[outcome],
          ],
        }))}
      />
      <section className="flex flex-col gap-2">
        <NumbersTable
          caption={texts.overflowTable}
          columns={[
            { title: texts.format },
            { title: texts.input, numeric: true },
            { title: texts.square, numeric: true },
            { title: texts.difference, numeric: true },
          ]}
          rows={view.overflow.map(({ name, input, square, difference }) => ({
            key: name,
            cells: [
              <code key="name">{name}</code>,
              formatDouble(input),
              formatDouble(square),
              formatDouble(difference),
            ],
          }))}
        />
        <p className="max-w-3xl text-sm text-muted">{texts.overflowLead}</p>
      </section>
      <NumbersTable
        caption={texts.limitsTable}
        columns={[
          { title: texts.format },
          { title: texts.bitsColumn, numeric: true },
          { title: texts.maximum, numeric: true },
          { title: texts.minimumNormal, numeric: true },
          { title: texts.minimumSubnormal, numeric: true },
          { title: texts.epsilon, numeric: true },
        ]}
        rows={view.ranges.map(({ name, bits, maximum, minimumNormal, minimumSubnormal, epsilon }) => ({
          key: name,
          cells: [
            <code key="name">{name}</code>,
            bits,
            formatDouble(maximum, 6),
            formatDouble(minimumNormal, 4),
            formatDouble(minimumSubnormal, 4),
            formatDouble(epsilon, 4),
          ],
        }))}
      />
      {view.input !== null && (
        <SpokenResult text={fill(texts.result, { value: state.value, bf16: stored("bf16"), fp16: stored("fp16") })} />
      )}
      <YamlBlock texts={shared} yaml={numberFormatsYaml(state)} />
    </>
  );
}
