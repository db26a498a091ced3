import type { CatalogParameter, Json } from "../catalog";
import { nearestNames } from "../nearest";
import { equals, type PyValue, str } from "../python/values";
import { defineRule, type Fix } from "../rule";
import { misfitOf } from "../value-fit";

/** Upstream reads a YAML file without looking at choices, except for the few that some code asserts. */
export default defineRule<{
  parameter: string;
  value: string;
  choices: string;
  removedIn: string;
  consequence: string;
}>({
  id: "value-choice",
  severity: "warning",
  phase: "values",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/hf_argparser.py", line: 357 },
  reads: [],
  check(config) {
    return [...config.entries.values()].flatMap((entry) => {
      const parameter = config.keys.get(entry.name);
      if (!parameter || entry.from === "flag") return [];
      const misfit = misfitOf(entry, parameter);
      if (misfit?.kind !== "choice") return [];
      const choices = misfit.choices.map((choice) => str(choice as PyValue));
      const replaced = parameter.replacedValues?.find(({ value }) => equals(value as PyValue, entry.value));
      const data = {
        parameter: entry.name,
        value: str(entry.value),
        choices: choices.join(", "),
        removedIn: replaced?.removedIn ?? "",
        consequence: CONSEQUENCES[entry.name] ? entry.name : "",
      };
      const fix = fixFor(entry.name, str(entry.value), choices, replaced);
      return [{ at: entry.name, parameters: [entry.name], data, ...(fix ? { fix } : {}) }];
    });
  },
  message: {
    en: ({ parameter, value, choices, removedIn, consequence }) =>
      `${parameter} does not know ${value}${removedIn ? ` (gone since ${removedIn})` : ""}; it is one of ${choices}. ${CONSEQUENCES[consequence]?.en ?? "The parser lets it through, and it fails or is ignored later."}`,
    zh: ({ parameter, value, choices, removedIn, consequence }) =>
      `${parameter} 没有 ${value} 这个取值${removedIn ? `（${removedIn} 起已移除）` : ""}；可选 ${choices}。${CONSEQUENCES[consequence]?.zh ?? "它能通过解析，之后会出错或被忽略。"}`,
  },
});

// What happens is worth its own sentence where it is silent.
const CONSEQUENCES: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  quantization_method: {
    en: "The model is silently loaded without quantization.",
    zh: "模型会在不量化的情况下加载，没有任何提示。",
  },
  pref_loss: { en: "Training starts and stops at the first loss.", zh: "训练会开始，到第一次计算损失时报错停止。" },
  mix_strategy: {
    en: "With one dataset it is not looked at; with several, preparing the data stops.",
    zh: "只有一个数据集时不会用到；有多个时，处理数据会报错停止。",
  },
  infer_backend: { en: "Upstream stops when it looks for the engine.", zh: "上游在选择推理引擎时会报错停止。" },
  stage: { en: "When chatting it is not looked at.", zh: "聊天时不会检查它。" },
  log_level: { en: "Training stops when the trainer sets up its log.", zh: "训练器设置日志时会报错停止。" },
};

function fixFor(
  name: string,
  value: string,
  choices: readonly string[],
  replaced: NonNullable<CatalogParameter["replacedValues"]>[number] | undefined,
): Fix | undefined {
  if (replaced) return Object.entries(replaced.use).map(([key, use]) => ({ kind: "set", key, value: use as Json }));
  const [nearest] = nearestNames(value, choices, 1);
  return nearest === undefined ? undefined : [{ kind: "set", key: name, value: nearest }];
}
