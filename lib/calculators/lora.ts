import type { Architecture, LinearShape } from "@/lib/calculators/architecture";
import { linearModules, visionLinearModules } from "@/lib/calculators/linear-modules";
import { parameterCount } from "@/lib/calculators/parameter-count";

/**
 * Parameters that LoRA adds to the layers it targets.
 *
 * A layer [out × in] gains A (rank × in) and B (out × rank); DoRA gains one magnitude per output row on top.
 * `lora_alpha`, dropout, rsLoRA and PiSSA change no count. (PEFT 0.18.1, tuners/lora/layer.py)
 *
 * @param layers sizes in elements; `count` is how many layers share a shape
 * @param rank   `lora_rank`, no unit
 * @returns      a number of parameters, not of bytes: multiply by the dtype's size for memory
 */
export function loraParameterCount(layers: readonly LinearShape[], rank: number, { dora = false } = {}): number {
  const perLayer = ({ inFeatures, outFeatures }: LinearShape) =>
    rank * (inFeatures + outFeatures) + (dora ? outFeatures : 0);
  return layers.reduce((sum, layer) => sum + layer.count * perLayer(layer), 0);
}

/** `lora_alpha` as LLaMA-Factory takes it: twice the rank where it is left out, which is what 0 stands for here. */
export function loraAlpha(rank: number, alpha: number): number {
  return alpha || 2 * rank;
}

/**
 * What the update B·A is multiplied with: alpha / rank, or alpha / √rank with `use_rslora`.
 *
 * @param alpha `lora_alpha`; LLaMA-Factory takes twice the rank where it is empty
 */
export function loraScaling(rank: number, alpha: number = 2 * rank, { rsLora = false } = {}): number {
  return alpha / (rsLora ? Math.sqrt(rank) : rank);
}

export interface LoraSettings {
  /** `lora_rank` */
  readonly rank: number;
  /** `lora_target`: module names, or `all` */
  readonly targets: "all" | readonly string[];
  /** `use_dora` */
  readonly dora?: boolean;
  /** `additional_target`: whole matrices that are trained beside the adapters */
  readonly additionalTargets?: readonly string[];
  /** Rows added to the vocabulary before training (`resize_vocab`). */
  readonly addedTokens?: number;
  /** Adapters on the vision tower too; LLaMA-Factory keeps it out while `freeze_vision_tower` is true. */
  readonly visionTower?: boolean;
}

export interface LoraModuleCount extends LinearShape {
  readonly parameters: number;
}

export interface LoraCount {
  readonly trainable: number;
  /** Trainable parameters that are no adapters: whole copies of embedding and output layer. */
  readonly additional: number;
  /** The base model and what was trained on top, as `all params` in a log. */
  readonly all: number;
  readonly modules: readonly LoraModuleCount[];
  /** Targets that no module bears; PEFT passes over them in silence while at least one fits. */
  readonly missing: readonly string[];
}

/** The usual names of the embedding and the output layer, per layout, on top of the common two. */
const EMBEDDING_NAMES = new Set(["embed_tokens", "wte", "word_embeddings", "tok_embeddings", "embed_in"]);
const OUTPUT_NAMES = new Set(["lm_head", "output_layer", "output", "embed_out"]);

function vocabularyShapes(model: Architecture, addedTokens: number, names: ReadonlySet<string>): LinearShape[] {
  const rows = model.vocabularySize + addedTokens;
  return [...names].flatMap((name) => {
    if (EMBEDDING_NAMES.has(name)) return [{ name, inFeatures: rows, outFeatures: model.hiddenSize, count: 1 }];
    if (OUTPUT_NAMES.has(name)) return [{ name, inFeatures: model.hiddenSize, outFeatures: rows, count: 1 }];
    return [];
  });
}

/** The modules that a list of targets meets. `all` is every linear layer but the output layer. */
export function targetedModules(model: Architecture, settings: LoraSettings): LinearShape[] {
  const { targets, addedTokens = 0, visionTower = false } = settings;
  const modules = [...linearModules(model), ...(visionTower ? visionLinearModules(model) : [])];
  if (targets === "all") return modules;
  const names = new Set(targets);
  return [...modules.filter(({ name }) => names.has(name)), ...vocabularyShapes(model, addedTokens, names)];
}

/**
 * Trainable and total parameters of a LoRA run, equal to the «trainable params» line of the log.
 *
 * The total is that of the unquantized model; older scripts count 4-bit weights by half.
 *
 * @throws RangeError if no target exists in the model, or the rank is not a positive whole number (PEFT refuses both)
 */
export function countLora(model: Architecture, settings: LoraSettings): LoraCount {
  const { rank, targets, dora = false, additionalTargets = [], addedTokens = 0 } = settings;
  if (!Number.isInteger(rank) || rank < 1) throw new RangeError("lora_rank must be a whole number above 0");
  const shapes = targetedModules(model, settings);
  const found = new Set(shapes.map(({ name }) => name));
  const missing = targets === "all" ? [] : targets.filter((name) => !found.has(name));
  if (shapes.length === 0) throw new RangeError(`no module of the model is called ${missing.join(", ")}`);

  const modules = shapes.map((shape) => ({ ...shape, parameters: loraParameterCount([shape], rank, { dora }) }));
  const whole = [...linearModules(model), ...vocabularyShapes(model, addedTokens, new Set(additionalTargets))];
  const additional = whole
    .filter(({ name }) => additionalTargets.includes(name))
    .reduce((sum, { inFeatures, outFeatures, count }) => sum + inFeatures * outFeatures * count, 0);

  const trainable = modules.reduce((sum, { parameters }) => sum + parameters, 0) + additional;
  const addedRows = addedTokens * model.hiddenSize * (model.tiedEmbeddings ? 1 : 2);
  return { trainable, additional, all: parameterCount(model).total + addedRows + trainable, modules, missing };
}

/**
 * Size of a saved adapter.
 *
 * @param bytesPerParameter 4 where LLaMA-Factory trains adapters in float32, 2 with `pure_bf16`
 * @returns bytes, the file's header left out (some 10 KB)
 */
export function adapterBytes(trainableParameters: number, bytesPerParameter: 2 | 4 = 4): number {
  return trainableParameters * bytesPerParameter;
}
