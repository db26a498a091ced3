import type { Config } from "./config";
import type { Language } from "./language";
import type { Data, Fix, Report, Rule, RuleSource, Severity } from "./rule";

export interface Source {
  readonly file: string;
  readonly line: number | null;
  /** `v0.9.5`, or the package and its release for lines that are not LLaMA-Factory's. */
  readonly release: string;
}

/** What a rule says about one place in one configuration. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The parameter at fault first, then the others that the rule looks at. */
  readonly parameters: readonly string[];
  /** From 1; null where the finding is about something that is not written. */
  readonly line: number | null;
  readonly column: number | null;
  readonly endLine: number | null;
  readonly endColumn: number | null;
  readonly message: string;
  readonly upstreamMessage: string | null;
  readonly source: Source;
  readonly fix: Fix | null;
}

export function makeFinding(rule: Rule, report: Report<Data>, config: Config | null, language: Language): Finding {
  const reads = report.parameters ?? rule.reads;
  const at = report.at === null ? [] : [report.at];
  const parameters = [...new Set([...at, ...reads])];
  const writtenAt = parameters.map((name) => config?.entries.get(name)).find((entry) => entry?.keyPlace);
  const place =
    config && report.at !== null
      ? (config.entries.get(report.at)?.keyPlace ?? writtenAt?.keyPlace)
      : writtenAt?.keyPlace;
  const entry = writtenAt;
  return {
    rule: rule.id,
    severity: report.severity ?? rule.severity,
    parameters,
    line: report.place?.line ?? place?.line ?? null,
    column: report.place?.column ?? place?.column ?? null,
    endLine: entry?.valuePlace?.endLine ?? place?.endLine ?? null,
    endColumn: entry?.valuePlace?.endColumn ?? place?.endColumn ?? null,
    message: rule.message[language](report.data),
    upstreamMessage:
      report.upstreamMessage ?? (rule.upstreamMessage ? filled(rule.upstreamMessage, report, config) : null),
    source: sourceOf(rule.source),
    fix: report.fix && report.fix.length > 0 ? report.fix : null,
  };
}

/** Upstream's words with the values put in where they are known. */
function filled(template: string, report: Report<Data>, config: Config | null): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    if (Object.hasOwn(report.data, name)) return String(report.data[name]);
    return config?.keys.has(name) ? config.text(name) : whole;
  });
}

export function sourceOf(source: RuleSource): Source {
  if ("release" in source) return { file: source.file, line: source.line, release: source.release };
  if (source.package === "transformers")
    return { file: source.file, line: source.line, release: `transformers ${source.version}` };
  return { file: source.file, line: null, release: source.package };
}
