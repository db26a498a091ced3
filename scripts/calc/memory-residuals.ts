import { computeRecord } from "./compute.ts";
import type { CalcRecord } from "./fields.ts";

/** One measured run beside its estimate. */
export interface MemoryResidual {
  readonly label: string;
  /** The `id` of the table that the row is from. */
  readonly source: string;
  readonly trust: string;
  readonly measuredGiB: number;
  readonly estimateGiB: number;
  readonly lowGiB: number;
  readonly highGiB: number;
  /** (estimate - measured) / measured */
  readonly error: number;
  readonly insideBand: boolean;
  readonly notes: readonly string[];
}

const GIB_PER_GB = 1e9 / 2 ** 30;

/** The residuals of every record that has an estimate. «GB» is read as 10⁹ bytes, anything else as GiB. */
export function memoryResiduals(records: readonly CalcRecord[]): MemoryResidual[] {
  return records.flatMap((record): MemoryResidual[] => {
    const { computed } = computeRecord("memory", record);
    if (!computed || typeof record.peak !== "number") return [];
    const measuredGiB = record.peak * (record.unit === "GB" ? GIB_PER_GB : 1);
    const [lowGiB = 0, highGiB = 0] = computed.band_gib;
    const words = [record.model, record.variant ?? record.method, record.quantization, record.per_device_batch];
    return [
      {
        label: `${record.id} ${words.filter(Boolean).join(" ")}×${record.seq_len ?? "?"}`,
        source: String(record.id),
        trust: String(record.trust),
        measuredGiB,
        estimateGiB: computed.peak_gib,
        lowGiB,
        highGiB,
        error: (computed.peak_gib - measuredGiB) / measuredGiB,
        insideBand: lowGiB <= measuredGiB && measuredGiB <= highGiB,
        notes: computed.notes,
      },
    ];
  });
}

/** The smallest value that at least this share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
