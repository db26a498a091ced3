import type { CheckResult } from "@/lib/checker/check";
import type { Finding } from "@/lib/checker/finding";
import type { Language } from "@/lib/checker/language";
import type { Edit } from "@/lib/checker/rule";
import { RULES } from "@/lib/checker/rules";

export interface FileResult {
  readonly file: string;
  readonly result: CheckResult;
}

const WORDS = {
  en: {
    verdict: { accept: "accepted", reject: "refused", help: "prints its help and ends" },
    upstream: "upstream says",
    source: "source",
    fix: "fix",
    set: (key: string, value: string) => `${key}: ${value}`,
    remove: (key: string) => `remove ${key}`,
    rename: (key: string, to: string) => `rename ${key} to ${to}`,
    assumed: "assumed",
  },
  zh: {
    verdict: { accept: "通过", reject: "被拒绝", help: "打印帮助后退出" },
    upstream: "上游报错",
    source: "出处",
    fix: "修复",
    set: (key: string, value: string) => `${key}: ${value}`,
    remove: (key: string) => `删除 ${key}`,
    rename: (key: string, to: string) => `把 ${key} 改名为 ${to}`,
    assumed: "假定",
  },
} as const;

function editText(edit: Edit, lang: Language): string {
  const words = WORDS[lang];
  switch (edit.kind) {
    case "set":
      return words.set(edit.key, JSON.stringify(edit.value));
    case "remove":
      return words.remove(edit.key);
    case "rename":
      return words.rename(edit.key, edit.to);
  }
}

const sourceText = ({ source }: Finding) =>
  `${source.file}${source.line === null ? "" : `:${source.line}`} @ ${source.release}`;

/** For people: one finding a paragraph, `file:line:column severity rule` first, so that editors can jump to it. */
export function asText(results: readonly FileResult[], lang: Language): string {
  const words = WORDS[lang];
  const lines: string[] = [];
  for (const { file, result } of results) {
    for (const finding of result.findings) {
      const place = finding.line === null ? "" : `:${finding.line}:${finding.column}`;
      lines.push(`${file}${place}  ${finding.severity}  ${finding.rule}`, `    ${finding.message}`);
      if (finding.upstreamMessage)
        lines.push(`    ${words.upstream}: ${finding.upstreamMessage.replaceAll("\n", "\n      ")}`);
      lines.push(`    ${words.source}: ${sourceText(finding)}`);
      if (finding.fix) lines.push(`    ${words.fix}: ${finding.fix.map((edit) => editText(edit, lang)).join("; ")}`);
    }
    for (const assumption of result.assumptions) lines.push(`${file}  ${words.assumed}: ${assumption.text}`);
    lines.push(`${file}: ${words.verdict[result.verdict]} (${result.command}, ${result.release})`, "");
  }
  return lines.join("\n");
}

const LEVELS = { error: "error", warning: "warning", note: "notice" } as const;

/** Workflow commands, which GitHub turns into remarks on the changed lines. */
export function asGithub(results: readonly FileResult[]): string {
  const escaped = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
  const property = (text: string) => escaped(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  return results
    .flatMap(({ file, result }) =>
      result.findings.map((finding) => {
        const place = finding.line === null ? "" : `,line=${finding.line},col=${finding.column}`;
        return `::${LEVELS[finding.severity]} file=${property(file)}${place},title=${property(finding.rule)}::${escaped(finding.message)}\n`;
      }),
    )
    .join("");
}

/** SARIF 2.1.0, for code scanning. */
export function asSarif(results: readonly FileResult[], lang: Language): string {
  const used = new Set(results.flatMap(({ result }) => result.findings.map((finding) => finding.rule)));
  const rules = RULES.filter((rule) => used.has(rule.id)).map((rule) => ({
    id: rule.id,
    defaultConfiguration: { level: rule.severity },
    properties: { parameters: rule.reads },
  }));
  const run = {
    tool: { driver: { name: "param-atlas", language: lang === "zh" ? "zh-Hans" : "en", rules } },
    results: results.flatMap(({ file, result }) =>
      result.findings.map((finding) => ({
        ruleId: finding.rule,
        level: finding.severity,
        message: { text: finding.message },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: file },
              ...(finding.line === null
                ? {}
                : { region: { startLine: finding.line, startColumn: finding.column ?? 1 } }),
            },
          },
        ],
      })),
    ),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, null, 2)}\n`;
}
