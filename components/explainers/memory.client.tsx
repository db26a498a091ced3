"use client";

import { formatBytes, formatGiB, formatShort } from "@/lib/explainers/format";
import {
  attentions,
  checkpointings,
  lengthKinds,
  limits,
  type MemoryState,
  type MemoryView,
  memory,
  memoryYaml,
  methods,
  offloads,
  optimizers,
  precisions,
  quantizations,
  shardings,
  stages,
  viewMemory,
} from "@/lib/explainers/memory";
import { powersOfTwo } from "@/lib/explainers/stops";
import { toYamlText } from "@/lib/explainers/yaml";
import { fill } from "@/lib/i18n/fill";
import type { MemoryTexts } from "@/lib/i18n/messages/explainers/memory";
import { type Drawn, Explainer } from "./explainer";
import { CheckField, FieldGroup, NumberField, SelectField, TextField } from "./fields";
import { MemoryBars } from "./figures/memory-bars";
import { KeyFigure, KeyFigures, NumbersTable, SpokenResult, YamlBlock } from "./frame";
import { type GivenModels, ModelFields } from "./model-fields";
import type { UrlState } from "./use-url-state";

const batchStops = powersOfTwo(1, 128);
const lengthStops = powersOfTwo(128, 131_072);
const rankStops = powersOfTwo(1, 512);
const gpuStops = powersOfTwo(1, 64);
const cardStops = [8, 12, 16, 20, 24, 32, 40, 48, 80, 96, 141, 192];

const same = <T extends string>(values: readonly T[]) => values.map((value) => ({ value, label: value as string }));
const named = <T extends string>(values: readonly T[], labels: Readonly<Record<T, string>>) =>
  values.map((value) => ({ value, label: labels[value] }));

type NumericKey = { [K in keyof MemoryState]: MemoryState[K] extends number ? K : never }[keyof MemoryState];

const viewOf = (state: MemoryState, { models }: GivenModels<MemoryTexts>) => viewMemory(state, models);

export function MemoryExplainer(given: GivenModels<MemoryTexts>) {
  return (
    <Explainer
      definition={memory}
      viewOf={viewOf}
      controls={Controls}
      figure={Figure}
      results={Results}
      given={given}
    />
  );
}

function Controls({
  state,
  change,
  choose,
  models,
  texts,
  modelTexts,
}: UrlState<MemoryState> & GivenModels<MemoryTexts>) {
  const whole = (key: NumericKey) => ({
    value: state[key],
    onChange: (value: number) => change({ [key]: Math.round(value) }),
  });
  const projects = state.optim === "galore" || state.optim === "apollo";
  return (
    <>
      <NumberField
        label={texts.card}
        {...limits.card}
        stops={cardStops}
        value={state.card}
        onChange={(card) => change({ card })}
      />
      <ModelFields state={state} models={models} texts={modelTexts} onChange={change} onChoose={choose} />
      <FieldGroup title={texts.training}>
        <SelectField
          label={texts.stage}
          code="stage"
          value={state.stage}
          options={same(stages)}
          onChange={(stage) => choose({ stage })}
        />
        <SelectField
          label={texts.method}
          code="finetuning_type"
          value={state.finetuning_type}
          options={same(methods)}
          onChange={(finetuning_type) => choose({ finetuning_type })}
        />
        {state.finetuning_type === "lora" && (
          <>
            <NumberField
              label={texts.rank}
              code="lora_rank"
              {...limits.lora_rank}
              stops={rankStops}
              {...whole("lora_rank")}
            />
            <TextField
              label={texts.targets}
              code="lora_target"
              value={state.lora_target}
              onChange={(lora_target) => change({ lora_target })}
            />
            <CheckField
              label={texts.dora}
              code="use_dora"
              checked={state.use_dora}
              onChange={(use_dora) => choose({ use_dora })}
            />
          </>
        )}
        {state.finetuning_type === "freeze" && (
          <NumberField
            label={texts.frozenLayers}
            code="freeze_trainable_layers"
            {...limits.freeze_trainable_layers}
            slider={false}
            {...whole("freeze_trainable_layers")}
          />
        )}
        <SelectField
          label={texts.precision}
          value={state.precision}
          options={named(precisions, texts.precisions)}
          onChange={(precision) => choose({ precision })}
        />
        <SelectField
          label={texts.quantization}
          code="quantization_bit"
          value={state.quantization}
          options={named(quantizations, texts.quantizations)}
          onChange={(quantization) => choose({ quantization })}
        />
        {state.quantization === "4bit" && (
          <CheckField
            label={texts.doubleQuantization}
            code="double_quantization"
            checked={state.double_quantization}
            onChange={(double_quantization) => choose({ double_quantization })}
          />
        )}
        <SelectField
          label={texts.optimizer}
          code="optim"
          value={state.optim}
          options={same(optimizers)}
          onChange={(optim) => choose({ optim })}
        />
        {projects && (
          <NumberField
            label={texts.projectionRank}
            code={`${state.optim}_rank`}
            {...limits.projection_rank}
            stops={powersOfTwo(4, 1024)}
            {...whole("projection_rank")}
          />
        )}
      </FieldGroup>
      <FieldGroup title={texts.batchGroup}>
        <NumberField
          label={texts.batch}
          code="per_device_train_batch_size"
          {...limits.per_device_train_batch_size}
          stops={batchStops}
          {...whole("per_device_train_batch_size")}
        />
        <NumberField
          label={texts.accumulation}
          code="gradient_accumulation_steps"
          {...limits.gradient_accumulation_steps}
          stops={batchStops}
          {...whole("gradient_accumulation_steps")}
        />
        <NumberField
          label={texts.cutoff}
          code="cutoff_len"
          {...limits.cutoff_len}
          stops={lengthStops}
          {...whole("cutoff_len")}
        />
        <SelectField
          label={texts.lengths}
          value={state.lengths}
          options={named(lengthKinds, texts.lengthKinds)}
          onChange={(lengths) => choose({ lengths })}
        />
      </FieldGroup>
      <FieldGroup title={texts.savings}>
        <SelectField
          label={texts.checkpointing}
          value={state.checkpointing}
          options={named(checkpointings, texts.checkpointings)}
          onChange={(checkpointing) => choose({ checkpointing })}
        />
        <SelectField
          label={texts.attention}
          code="flash_attn"
          value={state.attention}
          options={named(attentions, texts.attentions)}
          onChange={(attention) => choose({ attention })}
        />
        <CheckField
          label={texts.liger}
          code="enable_liger_kernel"
          checked={state.enable_liger_kernel}
          onChange={(enable_liger_kernel) => choose({ enable_liger_kernel })}
        />
        <CheckField
          label={texts.expandable}
          code="PYTORCH_CUDA_ALLOC_CONF"
          checked={state.expandable_segments}
          onChange={(expandable_segments) => choose({ expandable_segments })}
        />
      </FieldGroup>
      <FieldGroup title={texts.devices}>
        <NumberField label={texts.gpus} {...limits.gpus} stops={gpuStops} {...whole("gpus")} />
        <SelectField
          label={texts.sharding}
          code="deepspeed"
          value={state.sharding}
          options={named(shardings, texts.shardings)}
          onChange={(sharding) => choose({ sharding })}
        />
        {(state.sharding === "zero2" || state.sharding === "zero3") && (
          <SelectField
            label={texts.offload}
            value={state.offload}
            options={named(offloads, texts.offloads)}
            onChange={(offload) => choose({ offload })}
          />
        )}
      </FieldGroup>
    </>
  );
}

function Figure({ state, view, texts }: Drawn<MemoryState, MemoryView, GivenModels<MemoryTexts>>) {
  const { estimate, verdict, conflicts } = view;
  const { peakGiB, band } = estimate;
  return (
    <>
      {conflicts.length > 0 && (
        <section className="card bg-bad-soft p-4">
          <h2 className="font-semibold text-bad">{texts.conflictsTitle}</h2>
          <ul className="list-disc ps-5 text-sm">
            {conflicts.map((conflict) => (
              <li key={conflict}>{texts.conflicts[conflict]}</li>
            ))}
          </ul>
        </section>
      )}
      <KeyFigures>
        <KeyFigure label={texts.key.peak} value={formatGiB(peakGiB)} />
        <KeyFigure label={texts.key.band} value={`${band.lowGiB.toFixed(1)} – ${formatGiB(band.highGiB)}`} />
        <KeyFigure
          label={fill(texts.key.verdict, { card: state.card })}
          value={texts.verdicts[verdict]}
          note={fill(texts.verdictNotes[verdict], {
            free: formatGiB(state.card - peakGiB),
            over: formatGiB(peakGiB - state.card),
          })}
        />
        <KeyFigure label={texts.key.trainable} value={formatShort(view.trainable)} />
      </KeyFigures>
      <MemoryBars view={view} cardGiB={state.card} texts={texts} />
    </>
  );
}

function Results({ state, view, texts, shared }: Drawn<MemoryState, MemoryView, GivenModels<MemoryTexts>>) {
  const { estimate, rows, verdict, notes } = view;
  const { peakGiB, band } = estimate;
  return (
    <>
      <Plan view={view} cardGiB={state.card} texts={texts} />
      <NumbersTable
        caption={texts.table}
        columns={[
          { title: texts.part },
          { title: texts.memory, numeric: true },
          { title: texts.numbers, numeric: true },
          { title: texts.formula, prose: true },
        ]}
        rows={[
          ...rows.map(({ part, bytes, numbers }) => ({
            key: part,
            cells: [texts.parts[part], formatBytes(bytes), numbers, texts.formulas[part]],
          })),
          { key: "sum", strong: true, cells: [texts.sum, formatGiB(peakGiB), "", ""] },
        ]}
      />
      {notes.length > 0 && (
        <section className="flex flex-col gap-1">
          <h2 className="text-sm font-semibold">{texts.notesTitle}</h2>
          <ul className="flex list-disc flex-col gap-1 ps-5 text-sm">
            {notes.map((note) => (
              <li key={note}>{texts.notes[note]}</li>
            ))}
          </ul>
        </section>
      )}
      <SpokenResult
        text={fill(texts.result, {
          peak: formatGiB(peakGiB),
          card: state.card,
          verdict: texts.verdicts[verdict],
          low: formatGiB(band.lowGiB),
          high: formatGiB(band.highGiB),
        })}
      />
      <YamlBlock texts={shared} yaml={memoryYaml(state, view.model)} />
    </>
  );
}

/** What to change, in order, from what costs nothing. */
function Plan({ view: { plan }, cardGiB, texts }: { view: MemoryView; cardGiB: number; texts: MemoryTexts }) {
  return (
    <section className="card flex flex-col gap-3 p-4">
      <h2 className="font-semibold">{fill(texts.planTitle, { card: cardGiB })}</h2>
      {plan.suggestions.length > 0 && (
        <ol className="flex list-decimal flex-col gap-3 ps-5 text-sm">
          {plan.suggestions.map(({ id, cost, savedGiB, peakGiB, yaml, environment }) => (
            <li key={id}>
              <span className="font-medium">{texts.changes[id]}</span> <span className="chip">{texts.costs[cost]}</span>{" "}
              <span className="text-muted">
                {fill(texts.planSaves, { saved: formatGiB(savedGiB), peak: formatGiB(peakGiB) })}
              </span>
              <pre className="mt-1 rounded bg-sunken px-3 py-1.5 text-xs whitespace-pre-wrap">
                <code>
                  {Object.entries(environment ?? {}).map(([name, value]) => `${name}=${value}\n`)}
                  {toYamlText(yaml)}
                </code>
              </pre>
            </li>
          ))}
        </ol>
      )}
      <p className="text-sm">
        {plan.suggestions.length === 0 && plan.fits
          ? texts.planFits
          : fill(plan.fits ? texts.planReached : texts.planMissed, { peak: formatGiB(plan.peakGiB) })}
      </p>
    </section>
  );
}
