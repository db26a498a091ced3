/** What a reader says about the command and the machine. It stands in the query string, so that a link carries it. */

import { choice, defineState, number, subset } from "@/lib/explainers/url-state";
import { COMMANDS, type Command, RELEASES, type Release, TRANSFORMERS, type Transformers } from "../catalog";
import type { CheckOptions } from "../check";
import type { Environment } from "../environment";
import type { Language } from "../language";
import type { RunFacts } from "./numbers";

/** Packages that upstream asks for by name and does not install by itself. */
export const PACKAGES = [
  "bitsandbytes",
  "deepspeed",
  "flash-attn",
  "gptqmodel",
  "autoawq",
  "liger-kernel",
  "unsloth",
  "vllm",
  "sglang",
  "galore_torch",
  "apollo_torch",
  "badam",
  "adam-mini",
  "hqq",
  "eetq",
  "aqlm",
  "swanlab",
  "matplotlib",
  "jieba",
  "mcore_adapter",
] as const;

export const BF16 = ["auto", "yes", "no"] as const;
export const ZERO = ["auto", "0", "1", "2", "3"] as const;

export interface CheckSettings {
  readonly command: "auto" | Command;
  readonly release: Release;
  readonly transformers: Transformers;
  /** 0: not said. */
  readonly gpus: number;
  /** 0: not said. */
  readonly card: number;
  readonly bf16: (typeof BF16)[number];
  readonly zero: (typeof ZERO)[number];
  /** 0: not said. */
  readonly samples: number;
  readonly missing: readonly (typeof PACKAGES)[number][];
}

export const settingLimits = {
  gpus: { min: 0, max: 4096 },
  card: { min: 0, max: 1024 },
  samples: { min: 0, max: 1e8 },
} as const;

export const checkSettings = defineState<CheckSettings>(
  {
    command: "auto",
    release: "v0.9.5",
    transformers: "4.57",
    gpus: 0,
    card: 0,
    bf16: "auto",
    zero: "auto",
    samples: 0,
    missing: [],
  },
  {
    command: choice(["auto", ...COMMANDS]),
    release: choice(RELEASES),
    transformers: choice(TRANSFORMERS),
    gpus: number({ ...settingLimits.gpus, whole: true }),
    card: number(settingLimits.card),
    bf16: choice(BF16),
    zero: choice(ZERO),
    samples: number({ ...settingLimits.samples, whole: true }),
    missing: subset(PACKAGES),
  },
);

export function optionsOf(settings: CheckSettings, lang: Language): CheckOptions {
  const { command, release, transformers, gpus, bf16, zero, missing } = settings;
  const environment: Environment = {
    transformers,
    ...(gpus > 0 ? { gpus } : {}),
    ...(bf16 === "auto" ? {} : { bf16: bf16 === "yes" }),
    ...(zero === "auto" ? {} : { zero: Number(zero) as 0 | 1 | 2 | 3 }),
    ...(missing.length > 0 ? { missing } : {}),
  };
  return { lang, release, environment, ...(command === "auto" ? {} : { command }) };
}

export function factsOf({ samples, card }: CheckSettings): RunFacts {
  return { ...(samples > 0 ? { samples } : {}), ...(card > 0 ? { cardGiB: card } : {}) };
}
