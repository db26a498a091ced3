import type { Json } from "@/lib/checker/catalog";
import type { ChangeSource } from "./facts";

interface Common {
  /** As the reader wrote it; for a default, the key that is not written. */
  readonly key: string;
  /** Counted from 1; null where nothing is written. */
  readonly line: number | null;
  /** The release that made the change. */
  readonly release: string | null;
  readonly source: ChangeSource | null;
}

/** One thing that the move from one release to another did to a configuration, or leaves to the reader. */
export type Change = Common &
  (
    | { readonly kind: "renamed"; readonly to: string; readonly what?: { readonly en: string; readonly zh: string } }
    /** Other values say the same: `quantization_method: bitsandbytes` is `bnb` today. */
    | { readonly kind: "value"; readonly from: Json; readonly use: Readonly<Record<string, Json>> }
    | {
        readonly kind: "unit";
        readonly from: Json;
        readonly to: Json;
        readonly what: { readonly en: string; readonly zh: string };
      }
    /** Written as other keys. */
    | { readonly kind: "split"; readonly use: Readonly<Record<string, Json>> }
    /** Commented out: the release has no such key. */
    | {
        readonly kind: "removed";
        readonly relation: string;
        readonly replacedBy: readonly string[];
        readonly value: Json;
      }
    /** Commented out: the release does not have it yet. */
    | { readonly kind: "later"; readonly since: string; readonly value: Json }
    /** Commented out: what it turned into stands there already. */
    | { readonly kind: "doubled"; readonly to: string }
    | { readonly kind: "default"; readonly from: Json; readonly to: Json; readonly pinned: boolean }
    /** A new key whose default is not what the earlier release did. */
    | { readonly kind: "behaviour"; readonly from: Json; readonly to: Json; readonly pinned: boolean }
    /** Left as it is: the release does not take the value. */
    | {
        readonly kind: "refused";
        readonly value: Json;
        readonly types: readonly string[];
        readonly choices: readonly Json[] | null;
      }
    /** Left as it is: the release takes it with one line of transformers only. */
    | { readonly kind: "transformers"; readonly only: "4" | "5"; readonly replacedBy: readonly string[] }
    /** Left as it is: neither release has it. */
    | { readonly kind: "unknown" }
  );

export type ChangeKind = Change["kind"];

/** Kinds that need the reader: nothing was settled by editing. */
export const openKinds: readonly ChangeKind[] = ["refused", "transformers", "unknown"];
