/** Writes the shortest configuration that does a job, each line with its reason. */

import type { Json } from "../catalog";
import { writeValue } from "../fix";
import type { Language } from "../language";
import { composeTexts, type LineText } from "./compose-texts";
import { templateOf } from "./templates";
import type { Goal, Wish } from "./wish";
import { wishNames } from "./wish-names";

interface Line {
  readonly key: string;
  readonly value: Json;
  readonly text: LineText;
}

const DEMO_DATA: Readonly<Record<Exclude<Goal, "export">, Record<Language, string>>> = {
  sft: { en: "identity,alpaca_en_demo", zh: "identity,alpaca_zh_demo" },
  dpo: { en: "dpo_en_demo", zh: "dpo_zh_demo" },
  kto: { en: "kto_en_demo", zh: "kto_en_demo" },
  rm: { en: "dpo_en_demo", zh: "dpo_zh_demo" },
  pt: { en: "c4_demo", zh: "wiki_demo" },
  predict: { en: "alpaca_en_demo", zh: "alpaca_zh_demo" },
};

const RATES: Readonly<Record<Exclude<Goal, "predict" | "export">, { adapters: number; whole: number }>> = {
  sft: { adapters: 1e-4, whole: 1e-5 },
  pt: { adapters: 1e-4, whole: 1e-5 },
  rm: { adapters: 1e-4, whole: 1e-5 },
  dpo: { adapters: 5e-6, whole: 1e-6 },
  kto: { adapters: 5e-6, whole: 1e-6 },
};

// What most recipes aim at; a whole number of samples per GPU comes as near to it as it can.
const WANTED_BATCH = 16;
// On smaller cards a shorter limit is what lets a 7B model fit.
const SMALL_CARD_GIB = 16;

/** The configuration as YAML, every line commented in the reader's language. */
export function compose(wish: Wish, language: Language): string {
  const { goal, method } = wish;
  const texts = composeTexts[language];
  const sections =
    goal === "export"
      ? exportLines(wish)
      : goal === "predict"
        ? predictLines(wish, language)
        : trainLines(wish, language);
  const lines = sections.flat();
  const width = Math.min(48, Math.max(...lines.map((line) => written(line).length)));
  const body = sections
    .map((section) => section.map((line) => `${written(line).padEnd(width)}  # ${texts.lines[line.text]}`).join("\n"))
    .join("\n\n");
  const command = goal === "export" ? "export" : "train";
  const launch = needsTorchrun(wish) ? "FORCE_TORCHRUN=1 " : "";
  const names = wishNames[language];
  const title = texts.title(names.goals[goal], goal === "export" ? null : names.methods[method]);
  return `# ${title}\n# ${launch}llamafactory-cli ${command} config.yaml\n\n${body}\n`;
}

const written = ({ key, value }: Line) =>
  `${key}: ${typeof value === "number" ? writeNumber(value) : writeValue(value)}`;

/** YAML of upstream reads `1e-05` as a number only with a point in it. */
function writeNumber(value: number): string {
  const text = String(value);
  if (!text.includes("e") && value !== 0 && Math.abs(value) < 0.001)
    return value.toExponential().replace(/^(\d)e/, "$1.0e");
  return text.replace(/^(\d+)e/, "$1.0e");
}

const needsTorchrun = ({ method, gpus, goal }: Wish) => goal !== "export" && method === "full" && gpus > 1;

const oneLine = (text: string) => text.trim().replace(/\s+/g, " ");
const nameOf = (model: string) => oneLine(model) || "Qwen/Qwen3-4B-Instruct-2507";

function modelLines({ model, goal, method }: Wish): Line[] {
  return [
    { key: "model_name_or_path", value: nameOf(model), text: "model" },
    ...(method === "qlora" && goal !== "export"
      ? ([{ key: "quantization_bit", value: 4, text: "quantization" }] satisfies Line[])
      : []),
  ];
}

function templateLine(model: string): Line {
  const template = templateOf(nameOf(model));
  return template === null
    ? { key: "template", value: "default", text: "templateUnknown" }
    : { key: "template", value: template, text: "template" };
}

function methodLines({ method, goal, gpus }: Wish): Line[] {
  switch (method) {
    case "lora":
    case "qlora":
      return [
        { key: "finetuning_type", value: "lora", text: "lora" },
        { key: "lora_rank", value: goal === "pt" ? 16 : 8, text: "loraRank" },
        { key: "lora_target", value: "all", text: "loraTarget" },
      ];
    case "freeze":
      return [
        { key: "finetuning_type", value: "freeze", text: "freeze" },
        { key: "freeze_trainable_layers", value: 2, text: "freezeLayers" },
      ];
    case "full":
      return [
        { key: "finetuning_type", value: "full", text: "full" },
        ...(gpus > 1
          ? ([{ key: "deepspeed", value: "examples/deepspeed/ds_z3_config.json", text: "zero3" }] satisfies Line[])
          : []),
      ];
  }
}

function trainLines(wish: Wish, language: Language): Line[][] {
  const { goal, method, gpus, cardGiB, bf16, dataset, model } = wish;
  if (goal === "predict" || goal === "export") return [];
  const adapters = method === "lora" || method === "qlora";
  const rate = RATES[goal][adapters ? "adapters" : "whole"];
  const accumulation = Math.max(1, Math.round(WANTED_BATCH / gpus));
  const preference: Line[] =
    goal === "dpo"
      ? [
          { key: "pref_beta", value: 0.1, text: "prefBeta" },
          { key: "pref_loss", value: "sigmoid", text: "prefLoss" },
        ]
      : goal === "kto"
        ? [{ key: "pref_beta", value: 0.1, text: "prefBeta" }]
        : [];
  return [
    modelLines(wish),
    [
      { key: "stage", value: goal, text: goal },
      { key: "do_train", value: true, text: "doTrain" },
      ...methodLines(wish),
      ...preference,
    ],
    [
      {
        key: "dataset",
        value: oneLine(dataset) || DEMO_DATA[goal][language],
        text: dataset.trim() ? "dataset" : "demoData",
      },
      ...(goal === "pt" ? [] : [templateLine(model)]),
      { key: "cutoff_len", value: cardGiB < SMALL_CARD_GIB ? 1024 : 2048, text: "cutoffLen" },
    ],
    [
      { key: "output_dir", value: `saves/${folderOf(wish)}/${method}/${goal}`, text: "outputDir" },
      { key: "logging_steps", value: 10, text: "loggingSteps" },
      { key: "save_steps", value: 500, text: "saveSteps" },
      { key: "plot_loss", value: true, text: "plotLoss" },
      { key: "report_to", value: "none", text: "reportTo" },
    ],
    [
      { key: "per_device_train_batch_size", value: 1, text: "batch" },
      { key: "gradient_accumulation_steps", value: accumulation, text: "accumulation" },
      { key: "learning_rate", value: rate, text: "learningRate" },
      { key: "num_train_epochs", value: goal === "sft" ? 3 : 1, text: "epochs" },
      { key: "lr_scheduler_type", value: "cosine", text: "scheduler" },
      { key: "warmup_ratio", value: 0.1, text: "warmup" },
      bf16 ? { key: "bf16", value: true, text: "bf16" } : { key: "fp16", value: true, text: "fp16" },
    ],
  ];
}

function predictLines(wish: Wish, language: Language): Line[][] {
  const { method, bf16, dataset, model } = wish;
  const adapters = method === "lora" || method === "qlora";
  return [
    [
      ...modelLines(wish),
      ...(adapters
        ? ([
            { key: "adapter_name_or_path", value: `saves/${folderOf(wish)}/${method}/sft`, text: "adapter" },
          ] satisfies Line[])
        : []),
    ],
    [
      { key: "stage", value: "sft", text: "predictStage" },
      { key: "do_predict", value: true, text: "doPredict" },
      { key: "finetuning_type", value: adapters ? "lora" : "full", text: adapters ? "lora" : "full" },
      { key: "predict_with_generate", value: true, text: "withGenerate" },
    ],
    [
      {
        key: "eval_dataset",
        value: oneLine(dataset) || DEMO_DATA.predict[language],
        text: dataset.trim() ? "dataset" : "demoData",
      },
      templateLine(model),
      { key: "cutoff_len", value: 2048, text: "cutoffLen" },
      { key: "max_new_tokens", value: 512, text: "maxNewTokens" },
    ],
    [
      { key: "output_dir", value: `saves/${folderOf(wish)}/${method}/predict`, text: "outputDir" },
      { key: "report_to", value: "none", text: "reportTo" },
      { key: "per_device_eval_batch_size", value: 1, text: "evalBatch" },
      bf16 ? { key: "bf16", value: true, text: "bf16" } : { key: "fp16", value: true, text: "fp16" },
    ],
  ];
}

function exportLines(wish: Wish): Line[][] {
  const { method, model } = wish;
  const adapters = method === "lora" || method === "qlora";
  return [
    [
      // A quantized model takes no merge: the base model is loaded as it is.
      ...modelLines(wish),
      ...(adapters
        ? ([
            { key: "adapter_name_or_path", value: `saves/${folderOf(wish)}/${method}/sft`, text: "adapter" },
          ] satisfies Line[])
        : []),
      templateLine(model),
      { key: "finetuning_type", value: adapters ? "lora" : "full", text: adapters ? "lora" : "full" },
    ],
    [
      { key: "export_dir", value: `output/${folderOf(wish)}`, text: "exportDir" },
      { key: "export_size", value: 5, text: "exportSize" },
      { key: "export_device", value: "cpu", text: "exportDevice" },
    ],
  ];
}

/** The model's own name, as a folder can be called. */
function folderOf({ model }: Wish): string {
  const name = (nameOf(model).split(/[\\/]/).filter(Boolean).at(-1) ?? "").toLowerCase().replace(/[^\w.-]+/g, "-");
  return name || "model";
}
