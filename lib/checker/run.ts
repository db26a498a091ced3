import { type Command, RELEASES } from "./catalog";
import type { Config } from "./config";
import { PyError } from "./python/errors";
import type { Data, Phase, Report, Rule } from "./rule";

/** Upstream's steps per command, in its order. */
export const PHASES = {
  train: [
    "import",
    "ray",
    "model",
    "data",
    "training",
    "finetuning",
    "keys",
    "train-checks",
    "verify",
    "dependencies",
    "trackio",
    "train-after",
    "dispatch",
    "later",
    "values",
  ],
  infer: [
    "import",
    "model",
    "data",
    "finetuning",
    "keys",
    "infer-checks",
    "verify",
    "dependencies",
    "infer-after",
    "later",
    "values",
  ],
  export: [
    "import",
    "model",
    "data",
    "finetuning",
    "keys",
    "infer-checks",
    "verify",
    "dependencies",
    "infer-after",
    "dispatch",
    "later",
    "values",
  ],
  eval: [
    "import",
    "model",
    "data",
    "evaluation",
    "finetuning",
    "keys",
    "eval-checks",
    "verify",
    "dependencies",
    "later",
    "values",
  ],
} as const satisfies Record<Command, readonly Phase[]>;

export interface Raised {
  readonly rule: Rule;
  readonly report: Report<Data>;
}

/** Runs the rules in upstream's order. Goes on after an error, so that everything is told at once. */
export function runRules(rules: readonly Rule[], config: Config, typeRefused: Rule): Raised[] {
  const raised: Raised[] = [];
  const refused = new Set<string>();
  const applicable = rules.filter((rule) => applies(rule, config));
  for (const phase of PHASES[config.command]) {
    for (const rule of applicable) {
      if (rule.phase !== phase) continue;
      try {
        for (const report of rule.check?.(config) ?? []) raised.push({ rule, report });
      } catch (error) {
        if (!(error instanceof PyError)) throw error;
        const culprits = error.parameters.length > 0 ? error.parameters : rule.reads;
        if (phase !== "later" && phase !== "values" && !culprits.every((name) => refused.has(name)))
          raised.push({
            rule: { ...typeRefused, phase, source: rule.source },
            report: refusedValue(error, culprits, config),
          });
        for (const name of culprits) refused.add(name);
      }
      try {
        rule.adjust?.(config);
      } catch (error) {
        // The check of the same rule has told; upstream would have stopped there.
        if (!(error instanceof PyError)) throw error;
      }
    }
  }
  return raised;
}

function applies(rule: Rule, config: Config): boolean {
  if (!rule.commands.includes(config.command)) return false;
  if (rule.transformers && rule.transformers !== config.transformers) return false;
  if (!rule.holds) return true;
  if (config.release === "main") return rule.holds.main;
  return RELEASES.indexOf(config.release) >= RELEASES.indexOf(rule.holds.since);
}

function refusedValue(error: PyError, culprits: readonly string[], config: Config): Report<Data> {
  // A comparison of two parameters names both; the one that is no number is the one to change.
  const wrong = culprits.filter((name) => !["int", "float", "bool"].includes(config.typeOf(name)));
  const at = (wrong.length > 0 ? wrong : culprits)[0] ?? null;
  return {
    at,
    data: {
      parameter: at ?? "",
      value: at === null ? "" : config.text(at),
      type: at === null ? "" : config.typeOf(at),
      exception: error.exception,
    },
    parameters: [...(at === null ? [] : [at]), ...culprits.filter((name) => name !== at)],
    upstreamMessage: error.message,
  };
}
