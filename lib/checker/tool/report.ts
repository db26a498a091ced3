import type { Language } from "../language";
import { maskSecrets } from "./secrets";
import type { Checked, ShownFinding } from "./service";
import { sourceUrl } from "./source-url";

export interface ReportTexts {
  readonly title: string;
  readonly verdict: string;
  readonly severities: Readonly<Record<ShownFinding["severity"], string>>;
  readonly line: string;
  readonly upstream: string;
  readonly source: string;
  readonly assumptions: string;
  readonly config: string;
  readonly none: string;
}

/** The result as Markdown, to be pasted into an issue. Secrets are masked as in a shared link. */
export function markdownReport(text: string, result: Checked, texts: ReportTexts, language: Language): string {
  const own = maskSecrets(text).text.replace(/\s+$/, "");
  const fence = "`".repeat(Math.max(3, ...[...own.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  const clean = (message: string) => maskSecrets(message).text;
  const items = result.findings.map((finding) => {
    const place =
      finding.line === null
        ? ""
        : language === "zh"
          ? `${texts.line.replace("{line}", String(finding.line))}：`
          : `${texts.line.replace("{line}", String(finding.line))}: `;
    const lines = [
      `- **${texts.severities[finding.severity]}** ${place}${clean(oneLine(finding.message))} (\`${finding.rule}\`)`,
    ];
    if (finding.upstreamMessage !== null)
      lines.push(`  - ${texts.upstream}: \`${clean(oneLine(finding.upstreamMessage)).replaceAll("`", "'")}\``);
    const url = sourceUrl(finding.source);
    if (url !== null) lines.push(`  - ${texts.source}: ${url}`);
    return lines.join("\n");
  });
  const parts = [
    `### ${texts.title}`,
    `${texts.verdict} \`${result.command}\` · LLaMA-Factory ${result.release} · transformers ${result.transformers}`,
    items.length > 0 ? items.join("\n") : texts.none,
  ];
  if (result.assumptions.length > 0)
    parts.push(`${texts.assumptions}\n\n${result.assumptions.map(({ text: assumed }) => `- ${assumed}`).join("\n")}`);
  parts.push(`<details><summary>${texts.config}</summary>\n\n${fence}yaml\n${own}\n${fence}\n\n</details>`);
  return `${parts.join("\n\n")}\n`;
}

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, " ");
