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

/** Those that calculate or compare; they are slower to open, so that not every test goes through them. */
export const toolTypes = {
  tableInBoth: "/parameters?both=1",
  check: "/check",
  explainers: "/explain",
  schedules: "/explain/lr-schedules",
  memory: "/explain/memory",
  releases: "/releases",
  release: "/releases/v0.9.5",
  compare: "/releases/compare?from=v0.9.4&to=v0.9.5",
  upgrade: "/upgrade",
  convert: "/convert",
  frameworks: "/frameworks",
  machines: "/machines",
} as const;

export const languages = ["zh", "en"] as const;
