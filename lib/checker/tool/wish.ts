/** What a reader asks the composer for. */

export const GOALS = ["sft", "dpo", "kto", "rm", "pt", "predict", "export"] as const;
export type Goal = (typeof GOALS)[number];
export const METHODS = ["lora", "qlora", "freeze", "full"] as const;
export type Method = (typeof METHODS)[number];

export interface Wish {
  readonly goal: Goal;
  readonly model: string;
  readonly method: Method;
  readonly gpus: number;
  /** Memory of one GPU. */
  readonly cardGiB: number;
  /** Ampere or newer, or a kin that knows bf16. */
  readonly bf16: boolean;
  /** Names in `dataset_info.json`, commas between them; the demo data where it is empty. */
  readonly dataset: string;
}
