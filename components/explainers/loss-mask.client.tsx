"use client";

import { Minus, Plus } from "lucide-react";
import { memo, useMemo } from "react";
import { sees } from "@/lib/calculators/packing";
import { templates } from "@/lib/explainers/chat-tokens";
import { formatCount, formatPercent } from "@/lib/explainers/format";
import {
  type LossMaskState,
  type LossMaskView,
  limits,
  lossMask,
  lossMaskYaml,
  mostTurns,
  packings,
  viewLossMask,
} from "@/lib/explainers/loss-mask";
import { fill } from "@/lib/i18n/fill";
import type { Language } from "@/lib/i18n/languages";
import type { LossMaskTexts } from "@/lib/i18n/messages/explainers/loss-mask";
import type { SharedTexts } from "@/lib/i18n/messages/explainers/shared";
import { CheckField, FieldGroup, NumberField, SelectField, TextField } from "./fields";
import { AttentionGrid } from "./figures/attention-grid";
import { TokenRows } from "./figures/token-rows";
import { ExplainerFrame, KeyFigure, KeyFigures, NumbersTable, SpokenResult, YamlBlock } from "./frame";
import { type UrlState, useUrlState } from "./use-url-state";

const Figure = memo(TokenRows);

export function LossMaskExplainer({
  language,
  texts,
  shared,
}: {
  language: Language;
  texts: LossMaskTexts;
  shared: SharedTexts;
}) {
  const url = useUrlState(lossMask[language]);
  const { state, settled, change } = url;
  const view = useMemo(() => viewLossMask(settled), [settled]);
  return (
    <ExplainerFrame
      texts={shared}
      url={url}
      controls={<Controls {...url} texts={texts} />}
      figure={<Figure view={view} texts={texts} />}
    >
      <Counts state={settled} view={view} texts={texts} />
      {settled.packing !== "none" && (
        <>
          <Grids view={view} texts={texts} />
          <div className="card flex flex-col gap-2 p-4">
            <NumberField
              label={texts.at}
              min={1}
              max={view.kept}
              value={Math.min(state.at + 1, view.kept)}
              onChange={(at) => change({ at: Math.round(at) - 1 })}
            />
            <Seen view={view} texts={texts} />
          </div>
        </>
      )}
      <Parts view={view} texts={texts} />
      <YamlBlock texts={shared} yaml={lossMaskYaml(settled)} />
    </ExplainerFrame>
  );
}

function Controls({ state, change, choose, texts }: UrlState<LossMaskState> & { texts: LossMaskTexts }) {
  return (
    <>
      <FieldGroup title={texts.mask}>
        <CheckField
          label={texts.trainOnPrompt}
          code="train_on_prompt"
          checked={state.train_on_prompt}
          onChange={(train_on_prompt) => choose({ train_on_prompt })}
        />
        <CheckField
          label={texts.maskHistory}
          code="mask_history"
          checked={state.mask_history}
          onChange={(mask_history) => choose({ mask_history })}
        />
      </FieldGroup>
      <FieldGroup title={texts.length}>
        <NumberField
          label={texts.cutoffLen}
          code="cutoff_len"
          {...limits.cutoff_len}
          value={state.cutoff_len}
          onChange={(value) => change({ cutoff_len: Math.round(value) })}
        />
        <SelectField
          label={texts.packingLabel}
          value={state.packing}
          options={packings.map((value) => ({ value, label: texts.packings[value] }))}
          onChange={(packing) => choose({ packing })}
        />
        <SelectField
          label={texts.template}
          code="template"
          value={state.template}
          options={templates.map((value) => ({ value, label: value }))}
          onChange={(template) => choose({ template })}
        />
      </FieldGroup>
      <Conversation state={state} texts={texts} change={change} choose={choose} />
    </>
  );
}

const Counts = memo(function Counts({
  state,
  view,
  texts,
}: {
  state: LossMaskState;
  view: LossMaskView;
  texts: LossMaskTexts;
}) {
  const share = formatPercent(view.kept === 0 ? 0 : view.counting / view.kept, 0);
  return (
    <>
      {view.refused && (
        <p role="alert" className="rounded-md border border-bad bg-bad-soft p-3 text-sm text-bad">
          {texts.refused}
        </p>
      )}
      <KeyFigures>
        <KeyFigure
          label={texts.counting}
          value={formatCount(view.counting)}
          note={fill(texts.countingShare, { share })}
        />
        <KeyFigure label={texts.tokens} value={formatCount(view.kept)} />
        <KeyFigure
          label={texts.cut}
          value={formatCount(view.cut)}
          note={fill(texts.cutNote, { n: view.sampleCutoff })}
        />
        <KeyFigure label={texts.rows} value={formatCount(view.rows.length)} />
        {state.packing !== "none" && <KeyFigure label={texts.paddingTokens} value={formatCount(view.padding)} />}
      </KeyFigures>
      <SpokenResult
        text={fill(texts.result, {
          counting: view.counting,
          kept: view.kept,
          cut: view.cut,
          rows: view.rows.length,
        })}
      />
    </>
  );
});

const Parts = memo(function Parts({ view, texts }: { view: LossMaskView; texts: LossMaskTexts }) {
  return (
    <NumbersTable
      caption={texts.table}
      columns={[
        { title: texts.part },
        ...[texts.tokensAll, texts.kept, texts.counting].map((title) => ({ title, numeric: true })),
      ]}
      rows={view.parts.map(({ sample, turn, part, tokens, kept, counting }) => ({
        key: `${sample} ${turn} ${part}`,
        cells: [
          fill(part === "end" ? texts.endName : texts.partName, {
            sample: sample + 1,
            turn: turn + 1,
            part: texts.parts[part],
          }),
          formatCount(tokens),
          formatCount(kept),
          formatCount(counting),
        ],
      }))}
    />
  );
});

const Grids = memo(function Grids({ view, texts }: { view: LossMaskView; texts: LossMaskTexts }) {
  return (
    <div className="flex flex-wrap gap-6">
      {view.rows.map((row, place) => (
        <AttentionGrid
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number
          key={place}
          row={row}
          number={place + 1}
          viewer={place === view.at.row ? view.at.position : null}
          texts={texts}
        />
      ))}
    </div>
  );
});

/** Whom the token that is looked at can see. */
const Seen = memo(function Seen({ view, texts }: { view: LossMaskView; texts: LossMaskTexts }) {
  const { row, position } = view.at;
  const looked = view.rows[row];
  const seen = looked ? looked.attention.flatMap((_, to) => (sees(looked.attention, position, to) ? [to] : [])) : [];
  return (
    <p className="text-sm">
      {fill(texts.atText, {
        n: position + 1,
        row: row + 1,
        text: looked?.tokens.find((token) => token.position === position)?.text ?? "",
        seen: seen.length,
        foreign: seen.filter((to) => looked?.sampleAt[to] !== looked?.sampleAt[position]).length,
      })}
    </p>
  );
});

function Conversation({
  state,
  texts,
  change,
  choose,
}: {
  state: LossMaskState;
  texts: LossMaskTexts;
  change: (patch: Partial<LossMaskState>) => void;
  choose: (patch: Partial<LossMaskState>) => void;
}) {
  const written = (list: readonly string[], turn: number, text: string) =>
    list.map((other, index) => (index === turn ? text.slice(0, limits.message) : other));
  return (
    <>
      <FieldGroup title={texts.conversation}>
        {state.user.map((question, turn) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a turn is its number
          <div key={turn} className="flex flex-col gap-2">
            <TextField
              label={fill(texts.user, { n: turn + 1 })}
              value={question}
              onChange={(text) => change({ user: written(state.user, turn, text) })}
            />
            <TextField
              label={fill(texts.assistant, { n: turn + 1 })}
              value={state.assistant[turn] ?? ""}
              onChange={(text) => change({ assistant: written(state.assistant, turn, text) })}
            />
          </div>
        ))}
        <div className="flex flex-wrap gap-2">
          <button
            type="button"
            className="button"
            disabled={state.user.length >= mostTurns}
            onClick={() => choose({ user: [...state.user, "…"], assistant: [...state.assistant, "…"] })}
          >
            <Plus aria-hidden="true" size={16} />
            {texts.addTurn}
          </button>
          <button
            type="button"
            className="button"
            disabled={state.user.length <= 1}
            onClick={() => choose({ user: state.user.slice(0, -1), assistant: state.assistant.slice(0, -1) })}
          >
            <Minus aria-hidden="true" size={16} />
            {texts.removeTurn}
          </button>
        </div>
      </FieldGroup>
      <FieldGroup title={texts.second}>
        <TextField
          label={fill(texts.user, { n: 1 })}
          value={state.user2}
          onChange={(text) => change({ user2: text.slice(0, limits.message) })}
        />
        <TextField
          label={fill(texts.assistant, { n: 1 })}
          value={state.assistant2}
          onChange={(text) => change({ assistant2: text.slice(0, limits.message) })}
        />
      </FieldGroup>
    </>
  );
}
