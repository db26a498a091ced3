"use client";

import { type LoraCount, loraAlpha } from "@/lib/calculators/lora";
import { formatBytes, formatCount, formatPercent, formatShort, formatSignificant } from "@/lib/explainers/format";
import {
  choiceOfLora,
  type LoraState,
  type LoraView,
  limits,
  lora,
  loraYaml,
  viewLora,
  withTarget,
} from "@/lib/explainers/lora";
import { powersOfTwo } from "@/lib/explainers/stops";
import { fill } from "@/lib/i18n/fill";
import type { LoraTexts } from "@/lib/i18n/messages/explainers/lora";
import { type Drawn, Explainer } from "./explainer";
import { CheckField, FieldGroup, NumberField } from "./fields";
import { LoraBars } from "./figures/lora-bars";
import { KeyFigure, KeyFigures, NumbersTable, SpokenResult, YamlBlock } from "./frame";
import { type GivenModels, ModelFields } from "./model-fields";
import type { UrlState } from "./use-url-state";

const rankStops = powersOfTwo(1, 512);

const viewOf = (state: LoraState, { models }: GivenModels<LoraTexts>) => viewLora(state, models);

export function LoraExplainer(given: GivenModels<LoraTexts>) {
  return (
    <Explainer definition={lora} viewOf={viewOf} controls={Controls} figure={Figure} results={Results} given={given} />
  );
}

function Controls({ state, change, choose, models, texts, modelTexts }: UrlState<LoraState> & GivenModels<LoraTexts>) {
  const choice = choiceOfLora(state, models);
  return (
    <>
      <ModelFields state={state} models={models} texts={modelTexts} onChange={change} onChoose={choose} />
      <FieldGroup title={texts.adapters}>
        <NumberField
          label={texts.rank}
          code="lora_rank"
          {...limits.lora_rank}
          stops={rankStops}
          value={state.lora_rank}
          onChange={(rank) => change({ lora_rank: Math.round(rank) })}
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
          slider={false}
          value={state.lora_alpha}
          onChange={(next) => change({ lora_alpha: Math.round(next) })}
        />
      </FieldGroup>
      <FieldGroup title={texts.variants}>
        <CheckField
          label={texts.dora}
          code="use_dora"
          checked={state.use_dora}
          onChange={(use_dora) => choose({ use_dora })}
        />
        <CheckField
          label={texts.rslora}
          code="use_rslora"
          checked={state.use_rslora}
          onChange={(use_rslora) => choose({ use_rslora })}
        />
        <CheckField
          label={texts.pissa}
          code="pissa_init"
          checked={state.pissa_init}
          onChange={(pissa_init) => choose({ pissa_init })}
        />
        <CheckField
          label={texts.pureBf16}
          code="pure_bf16"
          checked={state.pure_bf16}
          onChange={(pure_bf16) => choose({ pure_bf16 })}
        />
      </FieldGroup>
      <FieldGroup title={texts.targets}>
        <CheckField
          label={texts.allTargets}
          code="lora_target: all"
          checked={state.lora_target === "all"}
          onChange={(all) => choose({ lora_target: all ? "all" : choice.targetNames.join(",") })}
        />
        <div className="grid grid-cols-2 gap-x-3 gap-y-1">
          {choice.targetNames.map((name) => (
            <CheckField
              key={name}
              label={name}
              checked={choice.chosenTargets.has(name)}
              onChange={(chosen) => choose({ lora_target: withTarget(choice, name, chosen) })}
            />
          ))}
        </div>
        {choice.model.visionTower && (
          <CheckField
            label={texts.vision}
            code="freeze_vision_tower"
            checked={state.freeze_vision_tower}
            onChange={(freeze_vision_tower) => choose({ freeze_vision_tower })}
          />
        )}
      </FieldGroup>
      <FieldGroup title={texts.additional}>
        {choice.vocabularyNames.map((name) => (
          <CheckField
            key={name}
            label={name}
            checked={choice.chosenVocabulary.has(name)}
            onChange={(chosen) => {
              const names = choice.vocabularyNames.filter((one) =>
                one === name ? chosen : choice.chosenVocabulary.has(one),
              );
              choose({ additional_target: names.join(",") });
            }}
          />
        ))}
      </FieldGroup>
    </>
  );
}

function Figure({
  state,
  view: { alpha, scaling, result },
  texts,
}: Drawn<LoraState, LoraView, GivenModels<LoraTexts>>) {
  if (result === null) return <p className="card bg-bad-soft p-4">{texts.nothing}</p>;
  const { count, bytes } = result;
  return (
    <>
      <KeyFigures>
        <KeyFigure label={texts.key.trainable} value={formatCount(count.trainable)} />
        <KeyFigure
          label={texts.key.share}
          value={shareOf(count)}
          note={fill(texts.keyNote.all, { all: formatCount(count.all) })}
        />
        <KeyFigure
          label={texts.key.size}
          value={formatBytes(bytes)}
          note={state.pure_bf16 ? texts.keyNote.dtype.two : texts.keyNote.dtype.four}
        />
        <KeyFigure
          label={texts.key.scaling}
          value={formatSignificant(scaling, 4)}
          note={fill(state.use_rslora ? texts.keyNote.root : texts.keyNote.ratio, { alpha, rank: state.lora_rank })}
        />
      </KeyFigures>
      <LoraBars result={result} texts={texts} />
    </>
  );
}

function Results({ state, view, texts, shared }: Drawn<LoraState, LoraView, GivenModels<LoraTexts>>) {
  const yaml = <YamlBlock texts={shared} yaml={loraYaml(state, view)} />;
  if (view.result === null) return yaml;
  const { count, rows, bytes, ranks } = view.result;
  const notes = [
    view.expertsLeftOut && texts.experts,
    state.use_dora && texts.doraNote,
    state.pissa_init && texts.pissaNote,
  ].filter((note) => note !== false);
  return (
    <>
      {notes.length > 0 && (
        <ul className="flex list-disc flex-col gap-1 ps-5 text-sm">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <NumbersTable
        caption={texts.table}
        columns={[
          { title: texts.module },
          { title: texts.shape, numeric: true },
          { title: texts.matrices, numeric: true },
          { title: texts.each, numeric: true },
          { title: texts.total, numeric: true },
          { title: texts.shareOfTrainable, numeric: true },
        ]}
        rows={[
          ...rows.map(({ key, name, inFeatures, outFeatures, count: copies, parameters }) => ({
            key,
            cells: [
              <code key="name">{name}</code>,
              `${formatCount(outFeatures)} × ${formatCount(inFeatures)}`,
              formatCount(copies),
              formatCount(parameters / copies),
              formatCount(parameters),
              formatPercent(parameters / count.trainable, 1),
            ],
          })),
          ...(count.additional > 0
            ? [
                {
                  key: "additional",
                  cells: [
                    texts.whole,
                    "",
                    "",
                    "",
                    formatCount(count.additional),
                    formatPercent(count.additional / count.trainable, 1),
                  ],
                },
              ]
            : []),
          { key: "sum", strong: true, cells: [texts.sum, "", "", "", formatCount(count.trainable), "100 %"] },
        ]}
      />
      <NumbersTable
        caption={texts.rankTable}
        columns={[
          { title: texts.rank },
          { title: texts.key.trainable, numeric: true },
          { title: texts.key.size, numeric: true },
          { title: texts.key.scaling, numeric: true },
        ]}
        rows={ranks.map((row) => ({
          key: `${row.rank}`,
          strong: row.rank === state.lora_rank,
          cells: [row.rank, formatCount(row.trainable), formatBytes(row.bytes), formatSignificant(row.scaling, 4)],
        }))}
      />
      <SpokenResult
        text={fill(texts.result, {
          trainable: formatShort(count.trainable),
          share: shareOf(count),
          size: formatBytes(bytes),
          scaling: formatSignificant(view.scaling, 4),
        })}
      />
      {yaml}
    </>
  );
}

function shareOf({ trainable, all }: LoraCount): string {
  return formatPercent(trainable / all, 4);
}
