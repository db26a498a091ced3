"use client";

import { loraAlpha } from "@/lib/calculators/lora";
import { formatCount, formatPercent, formatSignificant } from "@/lib/explainers/format";
import {
  type LoraPictureState,
  type LoraPictureView,
  limits,
  loraPicture,
  loraPictureYaml,
  viewLoraPicture,
} from "@/lib/explainers/lora-picture";
import { powersOfTwo } from "@/lib/explainers/stops";
import { fill } from "@/lib/i18n/fill";
import type { LoraPictureTexts } from "@/lib/i18n/messages/explainers/lora-picture";
import { type Drawn, Explainer, type Given } from "./explainer";
import { CheckField, FieldGroup, NumberField } from "./fields";
import { LoraMatrices, shapeText } from "./figures/lora-matrices";
import { KeyFigure, KeyFigures, NumbersTable, SpokenResult, YamlBlock } from "./frame";
import type { UrlState } from "./use-url-state";

const featureStops = powersOfTwo(8, 262144);
const rankStops = powersOfTwo(1, 8192);
const alphaStops = [0, ...powersOfTwo(1, 16384)];

export function LoraPictureExplainer(given: Given<LoraPictureTexts>) {
  return (
    <Explainer
      definition={loraPicture}
      viewOf={viewLoraPicture}
      controls={Controls}
      figure={Figure}
      results={Results}
      given={given}
    />
  );
}

function Controls({ state, change, choose, texts }: UrlState<LoraPictureState> & Given<LoraPictureTexts>) {
  return (
    <>
      <FieldGroup title={texts.layer}>
        <NumberField
          label={texts.inFeatures}
          {...limits.in_features}
          stops={featureStops}
          value={state.in_features}
          onChange={(value) => change({ in_features: Math.round(value) })}
        />
        <NumberField
          label={texts.outFeatures}
          {...limits.out_features}
          stops={featureStops}
          value={state.out_features}
          onChange={(value) => change({ out_features: Math.round(value) })}
        />
      </FieldGroup>
      <FieldGroup title={texts.adapter}>
        <NumberField
          label={texts.rank}
          code="lora_rank"
          {...limits.lora_rank}
          stops={rankStops}
          value={state.lora_rank}
          onChange={(value) => change({ lora_rank: Math.round(value) })}
        />
        <NumberField
          label={texts.alpha}
          code="lora_alpha"
          hint={
            state.lora_alpha === 0
              ? fill(texts.alphaHint, { alpha: loraAlpha(state.lora_rank, state.lora_alpha) })
              : undefined
          }
          {...limits.lora_alpha}
          stops={alphaStops}
          value={state.lora_alpha}
          onChange={(value) => change({ lora_alpha: Math.round(value) })}
        />
        <CheckField
          label={texts.rslora}
          code="use_rslora"
          checked={state.use_rslora}
          onChange={(use_rslora) => choose({ use_rslora })}
        />
      </FieldGroup>
    </>
  );
}

function Figure({ view, texts }: Drawn<LoraPictureState, LoraPictureView, Given<LoraPictureTexts>>) {
  return <LoraMatrices view={view} texts={texts} />;
}

function Results({ state, view, texts, shared }: Drawn<LoraPictureState, LoraPictureView, Given<LoraPictureTexts>>) {
  const scaling = formatSignificant(view.scaling, 4);
  const added = formatCount(view.added);
  const share = formatPercent(view.share);
  const { W, A, B, BA } = view.matrices;
  return (
    <>
      <KeyFigures>
        <KeyFigure label={texts.scaling} value={scaling} note={fill(texts.formula, { scaling })} />
        <KeyFigure label={texts.added} value={added} />
        <KeyFigure label={texts.share} value={share} />
      </KeyFigures>
      {view.updateRank < state.lora_rank && (
        <p className="text-sm text-warn">{fill(texts.overRank, { rank: formatCount(view.updateRank) })}</p>
      )}
      {view.largerThanMatrix && <p className="text-sm text-warn">{texts.larger}</p>}
      <SpokenResult text={fill(texts.result, { rank: state.lora_rank, added, share, scaling })} />
      <NumbersTable
        caption={texts.perMatrix}
        columns={[
          { title: texts.matrix },
          { title: texts.rowsColumns, numeric: true },
          { title: texts.elements, numeric: true },
          { title: texts.state },
        ]}
        rows={[W, B, A, BA].map((matrix) => ({
          key: matrix.name,
          cells: [
            matrix.name,
            shapeText(matrix, texts),
            formatCount(matrix.elements),
            matrix.name === "W"
              ? texts.frozen
              : matrix.name === "BA"
                ? fill(texts.product, { rank: formatCount(view.updateRank) })
                : texts.trained,
          ],
        }))}
      />
      <NumbersTable
        caption={texts.byRank}
        columns={[texts.byRankRank, texts.added, texts.share, texts.plain, texts.rs].map((title, index) => ({
          title,
          numeric: index > 0,
        }))}
        rows={view.ranks.map((row) => ({
          key: `${row.rank}`,
          strong: row.rank === state.lora_rank,
          cells: [
            formatCount(row.rank),
            formatCount(row.added),
            formatPercent(row.share),
            formatSignificant(row.scaling, 4),
            formatSignificant(row.rsScaling, 4),
          ],
        }))}
      />
      <YamlBlock texts={shared} yaml={loraPictureYaml(state)} />
    </>
  );
}
