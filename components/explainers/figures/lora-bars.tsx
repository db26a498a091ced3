import { formatShort } from "@/lib/explainers/format";
import type { LoraView } from "@/lib/explainers/lora";
import { fill } from "@/lib/i18n/fill";
import type { LoraTexts } from "@/lib/i18n/messages/explainers/lora";
import { Bars } from "./bars";

/** Trainable parameters by the name of the module, whatever its shapes. */
export function LoraBars({
  result,
  texts,
}: {
  result: NonNullable<LoraView["result"]>;
  texts: Pick<LoraTexts, "chart" | "chartModule" | "whole">;
}) {
  const sums = new Map<string, number>();
  for (const { name, parameters } of result.rows) sums.set(name, (sums.get(name) ?? 0) + parameters);
  if (result.count.additional > 0) sums.set(texts.whole, result.count.additional);
  const bars = [...sums].map(([name, value]) => ({ key: name, label: name, value, text: formatShort(value) }));
  const words = bars.map(({ label, text }) => fill(texts.chartModule, { name: label, parameters: text }));
  return <Bars label={fill(texts.chart, { modules: words.join(" ") })} bars={bars} />;
}
