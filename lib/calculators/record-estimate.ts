import { type MemoryRecord, type ReadRecord, type RecordNote, readMemoryRecord } from "@/lib/calculators/memory-record";
import { estimateMemory, type MemoryNote, type MemoryParts } from "@/lib/calculators/vram";
import { GIB, type MemorySettings } from "@/lib/calculators/vram-settings";

export interface RecordEstimate {
  readonly settings: MemorySettings;
  /** What `measured` names: the peak of one GPU, or the sum over all. */
  readonly peakGiB: number;
  readonly lowGiB: number;
  readonly highGiB: number;
  /** GiB; they add up to `peakGiB`. */
  readonly parts: Readonly<Record<keyof MemoryParts, number>>;
  readonly perGpuGiB: number;
  readonly notes: readonly (RecordNote | MemoryNote)[];
}

// How much wider the band is where something that decides the peak had to be assumed.
const ASSUMED = { low: 0.7, high: 1.3 } as const;
const DECISIVE: readonly RecordNote[] = ["batch-assumed", "length-assumed", "optimizer-assumed", "sharding-assumed"];

/** The estimate for a record, in the terms of its `measured`; or why there is none. */
export function estimateRecord(record: MemoryRecord): RecordEstimate | Extract<ReadRecord, { kind: "uncomputable" }> {
  const read = readMemoryRecord(record);
  if (read.kind === "uncomputable") return read;
  const { settings, notes } = read;
  const { peakGiB, band, parts, notes: more } = estimateMemory(settings);
  const times = read.sumOverGpus ? settings.gpus : 1;
  const assumed = notes.some((note) => DECISIVE.includes(note));
  const inGiB = Object.entries(parts).map(([name, bytes]) => [name, (bytes / GIB) * times]);
  return {
    settings,
    peakGiB: peakGiB * times,
    lowGiB: band.lowGiB * times * (assumed ? ASSUMED.low : 1),
    highGiB: band.highGiB * times * (assumed ? ASSUMED.high : 1),
    parts: Object.fromEntries(inGiB) as Record<keyof MemoryParts, number>,
    perGpuGiB: peakGiB,
    notes: [...notes, ...more],
  };
}
