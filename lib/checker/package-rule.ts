import type { Command } from "./catalog";
import type { Config } from "./config";
import { listed } from "./language";
import { defineRule, type Phase, type Report, type Rule, type RuleSource } from "./rule";
import { installedVersion, isMissing, parseRequirement, satisfies } from "./upstream/versions";

interface PackageRule {
  readonly id: string;
  readonly phase: Phase;
  readonly commands: readonly Command[];
  readonly source: RuleSource;
  readonly holds?: NonNullable<Rule["holds"]>;
  readonly reads: readonly string[];
  readonly packages: readonly string[];
  /** Whether DISABLE_VERSION_CHECK=1 lets a wrong version pass; a missing package it never does. */
  readonly skippable?: true;
  /** Comes with LLaMA-Factory, so that only its absence is worth a word. */
  readonly isBundled?: true;
  when(config: Config): boolean;
}

type PackageData = {
  readonly state: "missing" | "version" | "needed";
  readonly packages: string;
  readonly found: string;
};

/** A parameter that needs a package which LLaMA-Factory does not install by itself. */
export function packageRule(rule: PackageRule): Rule {
  const severity = rule.phase === "later" ? "warning" : "error";
  const report = (data: PackageData, upstreamMessage?: string): Report<PackageData> => ({
    at: rule.reads[0] ?? null,
    data,
    ...(data.state === "needed" ? { severity: "note" } : {}),
    ...(upstreamMessage === undefined ? {} : { upstreamMessage }),
  });
  return defineRule<PackageData>({
    id: rule.id,
    severity,
    phase: rule.phase,
    commands: rule.commands,
    source: rule.source,
    ...(rule.holds ? { holds: rule.holds } : {}),
    reads: rule.reads,
    check(config) {
      if (!rule.when(config)) return [];
      for (const wanted of rule.packages) {
        const requirement = parseRequirement(wanted);
        if (isMissing(config, requirement.name)) {
          const upstream = `No package metadata was found for The '${requirement.name}' distribution was not found and is required by this application. \nTo fix: run \`pip install ${wanted}\`.`;
          return [report({ state: "missing", packages: wanted, found: "" }, upstream)];
        }
        const found = installedVersion(config, requirement.name);
        if (found === undefined || satisfies(found, requirement)) continue;
        if (rule.skippable && config.isEnabled("DISABLE_VERSION_CHECK")) continue;
        const upstream = `${wanted} is required for a normal functioning of this module, but found ${requirement.name}==${found}.`;
        return [report({ state: "version", packages: wanted, found }, upstream)];
      }
      // Where the reader said what is installed, there is nothing left to remind of.
      if (rule.isBundled || config.environment.missing !== undefined) return [];
      return [report({ state: "needed", packages: rule.packages.join(" "), found: "" })];
    },
    message: {
      en: ({ state, packages, found }) => {
        if (state === "missing") return `The package ${packages} is not installed: pip install "${packages}".`;
        if (state === "version") return `This needs ${packages}, and version ${found} is installed.`;
        return `This needs a package of its own: ${listed(packages.split(" "), "en")}.`;
      },
      zh: ({ state, packages, found }) => {
        if (state === "missing") return `没有安装 ${packages}：请运行 pip install "${packages}"。`;
        if (state === "version") return `这里需要 ${packages}，而安装的版本是 ${found}。`;
        return `需要另外安装：${listed(packages.split(" "), "zh")}。`;
      },
    },
  });
}
