/** What a LoRA run trains: state, view and YAML. Counting is in lib/calculators/lora.ts. */

import type { Layout } from "@/lib/calculators/architecture";
import { linearModules } from "@/lib/calculators/linear-modules";
import {
  adapterBytes,
  countLora,
  type LoraCount,
  type LoraSettings,
  loraAlpha,
  loraScaling,
} from "@/lib/calculators/lora";
import { defaultModel, type ModelState, modelFields, type NamedModel, ownModel, resolveModel } from "./model-choice";
import { defineState, flag, number, text } from "./url-state";
import { toYamlText } from "./yaml";

export interface LoraState extends ModelState {
  readonly lora_rank: number;
  /** 0: left empty */
  readonly lora_alpha: number;
  /** `all`, or names joined by commas; empty for none */
  readonly lora_target: string;
  readonly additional_target: string;
  readonly use_dora: boolean;
  readonly use_rslora: boolean;
  readonly pissa_init: boolean;
  readonly pure_bf16: boolean;
  readonly freeze_vision_tower: boolean;
}

export const limits = { lora_rank: { min: 1, max: 4096 }, lora_alpha: { min: 0, max: 65_536 } } as const;
const names = text({ length: 200, allowed: /[\w,]/ });

export const lora = defineState<LoraState>(
  {
    ...defaultModel,
    lora_rank: 8,
    lora_alpha: 0,
    lora_target: "all",
    additional_target: "",
    use_dora: false,
    use_rslora: false,
    pissa_init: false,
    pure_bf16: false,
    freeze_vision_tower: true,
  },
  {
    ...modelFields,
    lora_rank: number({ ...limits.lora_rank, whole: true }),
    lora_alpha: number({ ...limits.lora_alpha, whole: true }),
    lora_target: names,
    additional_target: names,
    use_dora: flag,
    use_rslora: flag,
    pissa_init: flag,
    pure_bf16: flag,
    freeze_vision_tower: flag,
  },
);

/** Embedding and output layer as each family calls them. */
const VOCABULARY_NAMES: Partial<Record<Layout, readonly [embedding: string, output: string]>> = {
  "phi-msft": ["wte", "linear"],
  qwen1: ["wte", "lm_head"],
  chatglm: ["word_embeddings", "output_layer"],
  chatglm1: ["word_embeddings", "lm_head"],
  internlm2: ["tok_embeddings", "output"],
  falcon7b: ["word_embeddings", "lm_head"],
  bloom: ["word_embeddings", "lm_head"],
  gpt_neox: ["embed_in", "embed_out"],
};

export interface LoraModuleRow {
  readonly key: string;
  readonly name: string;
  readonly outFeatures: number;
  readonly inFeatures: number;
  readonly count: number;
  readonly parameters: number;
}

export interface RankRow {
  readonly rank: number;
  readonly trainable: number;
  readonly bytes: number;
  readonly scaling: number;
}

/** What there is to choose from on the model, and what of it is chosen. */
export interface LoraChoice {
  readonly model: NamedModel;
  /** Names that `lora_target` may hold. */
  readonly targetNames: readonly string[];
  readonly chosenTargets: ReadonlySet<string>;
  readonly vocabularyNames: readonly string[];
  readonly chosenVocabulary: ReadonlySet<string>;
}

export interface LoraView extends LoraChoice {
  readonly alpha: number;
  readonly scaling: number;
  /** `null` where no module of the model is targeted, which PEFT refuses. */
  readonly result: {
    readonly count: LoraCount;
    readonly rows: readonly LoraModuleRow[];
    readonly bytes: number;
    readonly ranks: readonly RankRow[];
  } | null;
  /** Experts in one 3-d tensor carry no adapters. */
  readonly expertsLeftOut: boolean;
}

const split = (written: string) => written.split(",").filter((name) => name !== "");

const COMPARED_RANKS = [4, 8, 16, 32, 64, 128];

export function choiceOfLora(state: LoraState, models: readonly NamedModel[]): LoraChoice {
  const model = resolveModel(state, models);
  const targetNames = [...new Set(linearModules(model).map(({ name }) => name))];
  const vocabularyNames = VOCABULARY_NAMES[model.layout] ?? ["embed_tokens", "lm_head"];
  return {
    model,
    targetNames,
    chosenTargets: new Set(state.lora_target === "all" ? targetNames : split(state.lora_target)),
    vocabularyNames,
    chosenVocabulary: new Set(split(state.additional_target).filter((name) => vocabularyNames.includes(name))),
  };
}

export function viewLora(state: LoraState, models: readonly NamedModel[]): LoraView {
  const choice = choiceOfLora(state, models);
  const { model, targetNames, chosenTargets, chosenVocabulary } = choice;
  const all = state.lora_target === "all";
  const alphaOf = (rank: number) => loraAlpha(rank, state.lora_alpha);
  const scalingOf = (rank: number) => loraScaling(rank, alphaOf(rank), { rsLora: state.use_rslora });
  const bytesOf = (trainable: number) => adapterBytes(trainable, state.pure_bf16 ? 2 : 4);

  const settings: LoraSettings = {
    rank: state.lora_rank,
    targets: all ? "all" : [...chosenTargets],
    dora: state.use_dora,
    additionalTargets: [...chosenVocabulary],
    visionTower: model.visionTower !== undefined && !state.freeze_vision_tower,
  };
  const hasTarget = all || targetNames.some((name) => chosenTargets.has(name));
  const scale = { alpha: alphaOf(state.lora_rank), scaling: scalingOf(state.lora_rank) };
  const expertsLeftOut = model.moe?.fusedExperts === true;
  if (!hasTarget) return { ...choice, ...scale, result: null, expertsLeftOut };

  const count = countLora(model, settings);
  const rows = count.modules.map(({ name, inFeatures, outFeatures, count: copies, parameters }) => ({
    key: `${name} ${outFeatures} ${inFeatures} ${copies}`,
    name,
    inFeatures,
    outFeatures,
    count: copies,
    parameters,
  }));
  const ranks = [...new Set([...COMPARED_RANKS, state.lora_rank])]
    .sort((a, b) => a - b)
    .map((rank) => {
      const { trainable } = countLora(model, { ...settings, rank });
      return { rank, trainable, bytes: bytesOf(trainable), scaling: scalingOf(rank) };
    });
  return { ...choice, ...scale, result: { count, rows, bytes: bytesOf(count.trainable), ranks }, expertsLeftOut };
}

/** The list of targets with one name more or less. */
export function withTarget({ targetNames, chosenTargets }: LoraChoice, name: string, chosen: boolean): string {
  return targetNames.filter((one) => (one === name ? chosen : chosenTargets.has(one))).join(",");
}

export function loraYaml(
  state: LoraState,
  { model, targetNames, chosenTargets, chosenVocabulary }: LoraChoice,
): string {
  const targets = targetNames.filter((name) => chosenTargets.has(name)).join(",");
  return toYamlText({
    model_name_or_path: model.id === ownModel ? undefined : model.id,
    finetuning_type: "lora",
    lora_rank: state.lora_rank,
    lora_alpha: state.lora_alpha > 0 ? state.lora_alpha : undefined,
    lora_target: state.lora_target === "all" ? "all" : targets || undefined,
    additional_target: chosenVocabulary.size > 0 ? [...chosenVocabulary].join(",") : undefined,
    use_dora: state.use_dora || undefined,
    use_rslora: state.use_rslora || undefined,
    pissa_init: state.pissa_init || undefined,
    freeze_vision_tower: model.visionTower && !state.freeze_vision_tower ? false : undefined,
    ...(state.pure_bf16 ? { pure_bf16: true } : { bf16: true }),
  });
}
