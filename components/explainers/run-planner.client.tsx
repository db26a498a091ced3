"use client";

import { formatCount, formatPercent, formatShort } from "@/lib/explainers/format";
import {
  limits,
  type RunPlannerState,
  type RunPlannerView,
  runPlanner,
  runPlannerYaml,
  strategies,
  viewRunPlanner,
} from "@/lib/explainers/run-planner";
import { decades, powersOfTwo } from "@/lib/explainers/stops";
import { fill } from "@/lib/i18n/fill";
import type { RunPlannerTexts } from "@/lib/i18n/messages/explainers/run-planner";
import { type Drawn, Explainer, type Given } from "./explainer";
import { CheckField, FieldGroup, NumberField, SelectField } from "./fields";
import { RunTimeline } from "./figures/run-timeline";
import { KeyFigure, KeyFigures, NumbersTable, SpokenResult, YamlBlock } from "./frame";
import type { UrlState } from "./use-url-state";

const sampleStops = decades(10, 1e7, { whole: true });
const tokenStops = decades(10, 32_768, { whole: true });
const lengthStops = powersOfTwo(128, 131_072);
const batchStops = powersOfTwo(1, 128);
const stepStops = decades(1, 10_000, { whole: true });

type NumericKey = {
  [K in keyof RunPlannerState]: RunPlannerState[K] extends number ? K : never;
}[keyof RunPlannerState];

export function RunPlannerExplainer(given: Given<RunPlannerTexts>) {
  return (
    <Explainer
      definition={runPlanner}
      viewOf={viewRunPlanner}
      controls={Controls}
      figure={Figure}
      results={Results}
      given={given}
    />
  );
}

function Controls({ state, change, choose, texts }: UrlState<RunPlannerState> & Given<RunPlannerTexts>) {
  const whole = (key: NumericKey) => ({
    value: state[key],
    onChange: (value: number) => change({ [key]: Math.round(value) }),
  });
  const share = (key: NumericKey) => ({
    value: state[key],
    onChange: (value: number) => change({ [key]: value }),
  });
  const strategyOptions = strategies.map((value) => ({ value, label: texts.strategies[value] }));
  return (
    <>
      <FieldGroup title={texts.data}>
        {!state.streaming && (
          <NumberField label={texts.samples} {...limits.samples} stops={sampleStops} {...whole("samples")} />
        )}
        <CheckField
          label={texts.streaming}
          code="streaming"
          checked={state.streaming}
          onChange={(streaming) => choose({ streaming })}
        />
        <NumberField
          label={texts.validation}
          code="val_size"
          hint={texts.validationHint}
          {...limits.val_size}
          slider={false}
          {...share("val_size")}
        />
        <NumberField label={texts.tokens} {...limits.tokens} stops={tokenStops} {...whole("tokens")} />
        <NumberField
          label={texts.cutoff}
          code="cutoff_len"
          {...limits.cutoff_len}
          stops={lengthStops}
          {...whole("cutoff_len")}
        />
        <CheckField
          label={texts.packing}
          code="packing"
          checked={state.packing}
          onChange={(packing) => choose({ packing })}
        />
      </FieldGroup>
      <FieldGroup title={texts.batch}>
        <NumberField
          label={texts.perDevice}
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
        <NumberField label={texts.gpus} {...limits.gpus} stops={batchStops} {...whole("gpus")} />
        <CheckField
          label={texts.dropLast}
          code="dataloader_drop_last"
          checked={state.dataloader_drop_last}
          onChange={(dataloader_drop_last) => choose({ dataloader_drop_last })}
        />
      </FieldGroup>
      <FieldGroup title={texts.length}>
        <NumberField
          label={texts.epochs}
          code="num_train_epochs"
          {...limits.num_train_epochs}
          stops={decades(0.1, 100)}
          {...share("num_train_epochs")}
        />
        <NumberField
          label={texts.maxSteps}
          code="max_steps"
          hint={texts.maxStepsHint}
          {...limits.max_steps}
          slider={false}
          {...whole("max_steps")}
        />
        <NumberField
          label={texts.warmupSteps}
          code="warmup_steps"
          {...limits.warmup_steps}
          slider={false}
          {...whole("warmup_steps")}
        />
        <NumberField
          label={texts.warmupRatio}
          code="warmup_ratio"
          {...limits.warmup_ratio}
          step={0.01}
          {...share("warmup_ratio")}
        />
      </FieldGroup>
      <FieldGroup title={texts.rhythm}>
        <SelectField
          label={texts.save}
          code="save_strategy"
          value={state.save_strategy}
          options={strategyOptions}
          onChange={(save_strategy) => choose({ save_strategy })}
        />
        {state.save_strategy === "steps" && (
          <NumberField
            label={texts.saveSteps}
            code="save_steps"
            hint={texts.stepsHint}
            {...limits.save_steps}
            stops={stepStops}
            {...share("save_steps")}
          />
        )}
        <NumberField
          label={texts.saveLimit}
          code="save_total_limit"
          hint={texts.saveLimitHint}
          {...limits.save_total_limit}
          slider={false}
          {...whole("save_total_limit")}
        />
        <SelectField
          label={texts.evaluate}
          code="eval_strategy"
          value={state.eval_strategy}
          options={strategyOptions}
          onChange={(eval_strategy) => choose({ eval_strategy })}
        />
        {state.eval_strategy === "steps" && (
          <NumberField
            label={texts.evalSteps}
            code="eval_steps"
            hint={texts.stepsHint}
            {...limits.eval_steps}
            stops={stepStops}
            {...share("eval_steps")}
          />
        )}
      </FieldGroup>
    </>
  );
}

function Figure({ view, texts }: Drawn<RunPlannerState, RunPlannerView, Given<RunPlannerTexts>>) {
  return view.kind === "plan" ? (
    <>
      <Keys view={view} texts={texts} />
      <RunTimeline view={view} texts={texts} />
    </>
  ) : (
    <p className="card bg-bad-soft p-4">{texts.endless}</p>
  );
}

function Results({ state, view, texts, shared }: Drawn<RunPlannerState, RunPlannerView, Given<RunPlannerTexts>>) {
  return (
    <>
      {view.kind === "plan" && (
        <>
          <section className="flex flex-col gap-2">
            <h2 className="text-sm font-semibold">{texts.remarks}</h2>
            {view.warnings.length === 0 ? (
              <p className="text-sm text-muted">{texts.noRemarks}</p>
            ) : (
              <ul className="flex list-disc flex-col gap-1 ps-5 text-sm">
                {view.warnings.map((warning) => (
                  <li key={warning}>{texts.warnings[warning]}</li>
                ))}
              </ul>
            )}
          </section>
          <NumbersTable
            caption={texts.table}
            columns={[
              { title: texts.quantity },
              { title: texts.value, numeric: true },
              { title: texts.how, numeric: true },
            ]}
            rows={view.numbers.map(({ row, value, how }) => ({
              key: row,
              strong: row === "total-steps",
              cells: [texts.rows[row], value, how],
            }))}
          />
          <SpokenResult
            text={fill(texts.result, {
              total: formatCount(view.plan.steps.totalSteps),
              batch: formatCount(view.plan.steps.effectiveBatch),
              warmup: formatCount(view.plan.warmupSteps),
              warnings: view.warnings.length,
            })}
          />
        </>
      )}
      <YamlBlock texts={shared} yaml={runPlannerYaml(state)} />
    </>
  );
}

function Keys({
  view: { plan },
  texts: { key, keyNote },
}: {
  view: Extract<RunPlannerView, { kind: "plan" }>;
  texts: RunPlannerTexts;
}) {
  const { effectiveBatch, totalSteps, updatesPerEpoch, epochsRun } = plan.steps;
  return (
    <KeyFigures>
      <KeyFigure
        label={key.steps}
        value={formatCount(totalSteps)}
        note={epochsRun === null ? undefined : fill(keyNote.epochs, { n: formatCount(updatesPerEpoch) })}
      />
      <KeyFigure label={key.batch} value={formatCount(effectiveBatch)} />
      <KeyFigure
        label={key.warmup}
        value={formatCount(plan.warmupSteps)}
        note={fill(keyNote.warmup, { share: formatPercent(plan.warmupSteps / totalSteps, 1) })}
      />
      <KeyFigure label={key.tokens} value={formatShort(plan.totalTokens)} note={keyNote.padding} />
    </KeyFigures>
  );
}
