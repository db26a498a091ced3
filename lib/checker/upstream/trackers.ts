import type { Config } from "../config";
import { type PyValue, str } from "../python/values";

// What is assumed to be installed where nobody said.
const USUAL = ["tensorboard", "wandb"];
const KNOWN_TO_PPO = ["wandb", "tensorboard", "trackio", "none"];

/** `report_to` as transformers ends up with it. */
export function trackersInUse(config: Config): readonly PyValue[] {
  const value = config.raw("report_to");
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (only === "none") return [];
  if (only === "all" || (value === null && config.transformers === "4.57")) {
    if (config.environment.reporters === undefined && config.is("stage", "ppo")) config.assume("no-trackers");
    return config.environment.reporters ?? USUAL;
  }
  return config.items("report_to").length > 0 ? config.items("report_to") : Array.isArray(value) ? [] : [value];
}

export function reportsTo(config: Config, tracker: string): boolean {
  return config.items("report_to").includes(tracker);
}

/** The trackers that PPO does not know. */
export function foreignTrackers(config: Config): string[] {
  return config.items("report_to").flatMap((item) => (KNOWN_TO_PPO.includes(str(item)) ? [] : [str(item)]));
}
