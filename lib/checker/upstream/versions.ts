import type { Config } from "../config";

const BASE = [
  "transformers>=4.55.0,<=5.6.0",
  "datasets>=2.16.0,<=4.0.0",
  "accelerate>=1.3.0,<=1.15.0",
  "peft>=0.18.0,<=0.20.0",
  "trl>=0.18.0,<=0.24.0",
];

export interface Requirement {
  readonly name: string;
  readonly bounds: readonly { readonly operator: string; readonly version: string }[];
}

export function parseRequirement(text: string): Requirement {
  const name = /^[\w.-]+/.exec(text)?.[0] ?? text;
  const bounds = text
    .slice(name.length)
    .split(",")
    .flatMap((part) => {
      const match = /^(>=|<=|==|!=|<|>)(.+)$/.exec(part.trim());
      return match ? [{ operator: match[1] as string, version: match[2] as string }] : [];
    });
  return { name, bounds };
}

export function compareVersions(a: string, b: string): number {
  const parts = (version: string) => (version.match(/\d+/g) ?? []).map(Number);
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function satisfies(version: string, { bounds }: Requirement): boolean {
  return bounds.every(({ operator, version: bound }) => {
    const order = compareVersions(version, bound);
    switch (operator) {
      case ">=":
        return order >= 0;
      case "<=":
        return order <= 0;
      case "<":
        return order < 0;
      case ">":
        return order > 0;
      case "!=":
        return order !== 0;
      default:
        return order === 0;
    }
  });
}

const normal = (name: string) => name.toLowerCase().replaceAll("_", "-");

export function installedVersion(config: Config, name: string): string | undefined {
  return Object.entries(config.environment.versions ?? {}).find(([key]) => normal(key) === normal(name))?.[1];
}

export function isMissing(config: Config, name: string): boolean {
  return config.environment.missing?.some((missing) => normal(missing) === normal(name)) ?? false;
}

/** The first of upstream's base packages that is outside its range. */
export function outsideRange(
  config: Config,
): { readonly wanted: string; readonly name: string; readonly found: string } | null {
  for (const wanted of BASE) {
    const requirement = parseRequirement(wanted);
    if (isMissing(config, requirement.name)) return { wanted, name: requirement.name, found: "–" };
    const found = installedVersion(config, requirement.name);
    if (found !== undefined && !satisfies(found, requirement)) return { wanted, name: requirement.name, found };
  }
  return null;
}
