import type { MemoryRecord } from "@/lib/calculators/memory-record";
import { estimateRecord, type RecordEstimate } from "@/lib/calculators/record-estimate";

/** A record with what was measured; see content/measured-memory.json. */
export interface MeasuredRun extends MemoryRecord {
  readonly peak?: unknown;
  /** `GB`, `GiB`, or as printed */
  readonly unit?: unknown;
  readonly trust?: unknown;
}

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
  readonly notes: RecordEstimate["notes"];
}

const GIB_PER_GB = 1e9 / 2 ** 30;

/** The residuals of every record that has an estimate. «GB» is read as 10⁹ bytes, anything else as GiB. */
export function memoryResiduals(records: readonly MeasuredRun[]): MemoryResidual[] {
  return records.flatMap((record): MemoryResidual[] => {
    const estimate = estimateRecord(record);
    if ("kind" in estimate || typeof record.peak !== "number") return [];
    const { peakGiB: estimateGiB, lowGiB, highGiB, notes } = estimate;
    const measuredGiB = record.peak * (record.unit === "GB" ? GIB_PER_GB : 1);
    const words = [record.model, record.variant ?? record.method, record.quantization, record.per_device_batch];
    return [
      {
        label: `${record.id} ${words.filter(Boolean).join(" ")}×${record.seq_len ?? "?"}`,
        source: String(record.id),
        trust: String(record.trust),
        measuredGiB,
        estimateGiB,
        lowGiB,
        highGiB,
        error: (estimateGiB - measuredGiB) / measuredGiB,
        insideBand: lowGiB <= measuredGiB && measuredGiB <= highGiB,
        notes,
      },
    ];
  });
}

/** The smallest value that at least this share of all values does not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
