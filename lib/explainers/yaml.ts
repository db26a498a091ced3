/** The few shapes of YAML that explainers print; a whole YAML library would weigh more than the explainer. */

type Scalar = string | number | boolean | null;
export type YamlEntries = Readonly<Record<string, Scalar | Readonly<Record<string, Scalar>> | undefined>>;

/**
 * A number as PyYAML reads it back as one: it takes `1e-4` for a text, and `1.0e-4` for a number.
 */
export function yamlNumber(value: number): string {
  const plain = String(value);
  if (!plain.includes("e") && Math.abs(value) >= 1e-3) return plain;
  if (value === 0) return "0";
  const [mantissa = "", exponent = ""] = value.toExponential().split("e");
  return `${mantissa.includes(".") ? mantissa : `${mantissa}.0`}e${exponent}`;
}

function scalar(value: Scalar): string {
  if (typeof value === "number") return yamlNumber(value);
  if (typeof value !== "string") return String(value);
  return /^[A-Za-z_][\w./+-]*(?:,[\w./+-]+)*$/.test(value) && !/^(?:yes|no|on|off|true|false|null|y|n)$/i.test(value)
    ? value
    : JSON.stringify(value);
}

/** Lines of a training YAML; `undefined` leaves a key out, a mapping without entries too. */
export function toYamlText(entries: YamlEntries): string {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) continue;
    if (typeof value !== "object" || value === null) {
      lines.push(`${key}: ${scalar(value)}`);
      continue;
    }
    const inner = Object.entries(value);
    if (inner.length > 0) lines.push(`${key}:`, ...inner.map(([name, each]) => `  ${name}: ${scalar(each)}`));
  }
  return lines.join("\n");
}
