"use client";

import { memo, useMemo } from "react";
import { formatSignificant } from "@/lib/explainers/format";
import {
  type LossCurve,
  limits,
  losses,
  marginReadOff,
  type PreferenceLossesState,
  type PreferenceLossesView,
  preferenceLosses,
  preferenceLossesYaml,
  viewPreferenceLosses,
} from "@/lib/explainers/preference-losses";
import { decades } from "@/lib/explainers/stops";
import { fill } from "@/lib/i18n/fill";
import type { PreferenceLossesTexts } from "@/lib/i18n/messages/explainers/preference-losses";
import type { SharedTexts } from "@/lib/i18n/messages/explainers/shared";
import { CheckField, FieldGroup, NumberField, SelectField } from "./fields";
import { LossCharts } from "./figures/loss-charts";
import { seriesColor } from "./figures/series";
import { ExplainerFrame, NumbersTable, SpokenResult, YamlBlock } from "./frame";
import { type UrlState, useUrlState } from "./use-url-state";

const betaStops = decades(limits.pref_beta.min, limits.pref_beta.max);

const show = (value: number, texts: PreferenceLossesTexts) =>
  Number.isFinite(value) ? formatSignificant(value, 4).replace("-", "−") : texts.undefined;

export function PreferenceLossesExplainer({ texts, shared }: { texts: PreferenceLossesTexts; shared: SharedTexts }) {
  const url = useUrlState(preferenceLosses);
  const { state, settled, change, choose } = url;
  const view = useMemo(() => viewPreferenceLosses(settled), [settled]);
  return (
    <ExplainerFrame
      texts={shared}
      url={url}
      controls={<Controls {...url} texts={texts} />}
      figure={<Figure view={view} texts={texts} />}
    >
      {state.show.some((loss) => loss === "hinge" || loss === "ipo") && (
        <p className="rounded-md border border-warn bg-warn-soft p-3 text-sm text-warn">{texts.asSigmoid}</p>
      )}
      <div className="card flex flex-col gap-3 p-4">
        <NumberField
          label={texts.at}
          min={-state.span}
          max={state.span}
          step={state.span / 100}
          value={marginReadOff(state)}
          onChange={(at) => change({ at: Number(at.toPrecision(6)) })}
        />
      </div>
      <Results state={settled} view={view} texts={texts} />
      <div className="flex flex-col gap-3">
        <SelectField
          label={texts.yamlFor}
          code="pref_loss"
          value={state.pref_loss}
          options={losses.map((value) => ({ value, label: value }))}
          onChange={(pref_loss) => choose({ pref_loss })}
        />
        <YamlBlock texts={shared} yaml={preferenceLossesYaml(state)} />
      </div>
    </ExplainerFrame>
  );
}

function Controls({
  state,
  change,
  choose,
  texts,
}: UrlState<PreferenceLossesState> & { texts: PreferenceLossesTexts }) {
  return (
    <>
      <FieldGroup title={texts.losses}>
        <NumberField
          label={texts.beta}
          code="pref_beta"
          {...limits.pref_beta}
          stops={betaStops}
          value={state.pref_beta}
          onChange={(pref_beta) => change({ pref_beta })}
        />
        <NumberField
          label={texts.gamma}
          code="simpo_gamma"
          hint={fill(texts.gammaHint, { ratio: show(state.simpo_gamma / state.pref_beta, texts) })}
          {...limits.simpo_gamma}
          step={0.05}
          value={state.simpo_gamma}
          onChange={(simpo_gamma) => change({ simpo_gamma })}
        />
        <NumberField
          label={texts.smoothing}
          code="dpo_label_smoothing"
          hint={texts.smoothingHint}
          {...limits.dpo_label_smoothing}
          step={0.01}
          value={state.dpo_label_smoothing}
          onChange={(dpo_label_smoothing) => change({ dpo_label_smoothing })}
        />
      </FieldGroup>
      <FieldGroup title={texts.show}>
        {losses.map((loss, index) => (
          <div key={loss} className="border-s-4 ps-3" style={{ borderColor: seriesColor(index) }}>
            <CheckField
              label={loss}
              checked={state.show.includes(loss)}
              onChange={(checked) =>
                choose({ show: losses.filter((one) => (one === loss ? checked : state.show.includes(one))) })
              }
            />
          </div>
        ))}
      </FieldGroup>
      <FieldGroup title={texts.axes}>
        <NumberField label={texts.span} {...limits.span} value={state.span} onChange={(span) => change({ span })} />
        {state.show.includes("orpo") && (
          <NumberField
            label={texts.chosen}
            hint={texts.chosenHint}
            {...limits.chosen}
            step={0.05}
            value={state.chosen}
            onChange={(chosen) => change({ chosen })}
          />
        )}
      </FieldGroup>
    </>
  );
}

const Figure = memo(function Figure({ view, texts }: { view: PreferenceLossesView; texts: PreferenceLossesTexts }) {
  return view.curves.length === 0 ? (
    <p className="card p-4 text-sm text-muted">{texts.nothing}</p>
  ) : (
    <LossCharts view={view} texts={texts} />
  );
});

const Results = memo(function Results({
  state,
  view,
  texts,
}: {
  state: PreferenceLossesState;
  view: PreferenceLossesView;
  texts: PreferenceLossesTexts;
}) {
  const number = (value: number) => show(value, texts);
  const values = view.curves.map((curve) => `${curve.loss} ${number(curve.lossAt(view.at))}`).join("; ");
  return (
    <>
      <SpokenResult text={fill(texts.result, { at: number(view.at), values })} />
      <NumbersTable
        caption={`${texts.properties} · ${fill(texts.readOff, { at: number(view.at) })}`}
        columns={[
          { title: texts.name },
          { title: texts.loss, numeric: true },
          { title: texts.slope, numeric: true },
          { title: texts.target, numeric: true },
          { title: texts.kind },
        ]}
        rows={view.curves.map((curve) => ({
          key: curve.loss,
          strong: curve.loss === state.pref_loss,
          cells: [
            curve.loss,
            number(curve.lossAt(view.at)),
            number(curve.slopeAt(view.at)),
            Number.isFinite(curve.target) ? number(curve.target) : texts.targetNone,
            texts.kinds[kindOf(curve)],
          ],
        }))}
      />
      <NumbersTable
        caption={texts.table}
        columns={[
          { title: texts.margin },
          ...view.curves.map(({ loss }) => ({ title: fill(texts.lossOf, { loss }), numeric: true })),
        ]}
        rows={view.tableMargins.map((margin) => ({
          key: `${margin}`,
          strong: margin === view.at,
          cells: [number(margin), ...view.curves.map(({ lossAt }) => number(lossAt(margin)))],
        }))}
      />
    </>
  );
});

function kindOf({ perToken, reference }: LossCurve): keyof PreferenceLossesTexts["kinds"] {
  if (!perToken) return "answerReference";
  return reference ? "tokenReference" : "tokenAlone";
}
