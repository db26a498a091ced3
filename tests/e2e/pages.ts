/** One page of each type; every list of pages in the browser tests is built from these. */
export const pageTypes = {
  home: "",
  table: "/parameters",
  parameter: "/parameters/lora_alpha",
  removedParameter: "/parameters/dpo_beta",
  topics: "/topics",
  topic: "/topics/stages",
  questions: "/questions",
  question: "/questions/out-of-memory",
  environment: "/environment",
  environmentSwitch: "/environment/FORCE_TORCHRUN",
  cheatSheet: "/cheat-sheet",
  offline: "/offline",
  accessibility: "/accessibility",
} as const;

export const languages = ["zh", "en"] as const;
