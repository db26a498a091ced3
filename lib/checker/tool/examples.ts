/** The files of content/examples, in the order in which they are offered. */
export const EXAMPLES = [
  "lora-sft",
  "qlora-sft",
  "full-zero3",
  "dpo",
  "kto",
  "reward",
  "ppo",
  "pretrain",
  "export",
  "predict",
  "with-mistakes",
] as const;

export type ExampleId = (typeof EXAMPLES)[number];
