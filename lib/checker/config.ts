import { type CatalogParameter, type Command, type Json, RELEASES, type Release, type Transformers } from "./catalog";
import type { Entry } from "./entry";
import { type Assumption, type AssumptionId, type Environment, isEnabled, lookUpFile } from "./environment";
import { compare, length, type Operand } from "./python/errors";
import { equals, isTruthy, type PlainValue, PyFloat, type PyValue, plain, str, typeName } from "./python/values";

export interface ConfigInput {
  readonly command: Command;
  readonly release: Release;
  readonly transformers: Transformers;
  readonly environment: Environment;
  readonly keys: ReadonlyMap<string, CatalogParameter>;
  readonly entries: ReadonlyMap<string, Entry>;
}

/** A default of the facts as the Python value it is. */
export function defaultOf(parameter: CatalogParameter): PyValue {
  const known = knownDefaults.get(parameter);
  if (known !== undefined) return known;
  const value = convertDefault(parameter);
  knownDefaults.set(parameter, value);
  return value;
}

const knownDefaults = new WeakMap<CatalogParameter, PyValue>();

function convertDefault(parameter: CatalogParameter): PyValue {
  const convert = (value: Json): PyValue => {
    if (typeof value === "number")
      return parameter.types.includes("float") && !parameter.types.includes("int") ? new PyFloat(value) : value;
    if (Array.isArray(value)) return value.map(convert);
    if (value !== null && typeof value === "object")
      return new Map(Object.entries(value).map(([key, item]) => [key, convert(item as Json)]));
    return value as PyValue;
  };
  return convert(parameter.default);
}

/** A configuration with upstream's defaults filled in, at some point of upstream's start-up. */
export class Config {
  readonly command: Command;
  readonly release: Release;
  readonly transformers: Transformers;
  readonly environment: Environment;
  readonly keys: ReadonlyMap<string, CatalogParameter>;
  readonly entries: ReadonlyMap<string, Entry>;
  private readonly changed = new Map<string, PyValue>();
  private readonly derived = new Map<string, PyValue>();
  readonly assumptions = new Map<AssumptionId, Assumption>();

  constructor(input: ConfigInput) {
    this.command = input.command;
    this.release = input.release;
    this.transformers = input.transformers;
    this.environment = input.environment;
    this.keys = input.keys;
    this.entries = input.entries;
  }

  /** The value as Python holds it now: what upstream made of it, else as written, else upstream's default. */
  raw(name: string): PyValue {
    const changed = this.changed.get(name);
    if (changed !== undefined) return changed;
    const parameter = this.keys.get(name);
    if (!parameter) return null;
    return this.entries.get(name)?.value ?? (this.entries.has(name) ? null : defaultOf(parameter));
  }

  value(name: string): PlainValue {
    return plain(this.raw(name));
  }

  /** The value as one writes it in a message. */
  text(name: string): string {
    return str(this.raw(name));
  }

  typeOf(name: string): string {
    return typeName(this.raw(name));
  }

  /** Whether the reader wrote it and this command takes it. */
  isWritten(name: string): boolean {
    return this.entries.has(name) && this.keys.has(name);
  }

  /** Not None. */
  isSet(name: string): boolean {
    return this.raw(name) !== null;
  }

  /** What Python's `if` makes of it: a quoted "false" counts as true. */
  isTrue(name: string): boolean {
    return isTruthy(this.raw(name));
  }

  is(name: string, ...values: readonly PyValue[]): boolean {
    const own = this.raw(name);
    return values.some((value) => equals(own, value));
  }

  /** `name < other`, where the other is a number or another parameter. Throws what Python would. */
  isLess(name: string, other: number | string): boolean {
    return compare(this.operand(name), "<", this.operand(other));
  }

  isGreater(name: string, other: number | string): boolean {
    return compare(this.operand(name), ">", this.operand(other));
  }

  operand(name: number | string): Operand {
    return typeof name === "number" ? { value: name } : { name, value: this.raw(name) };
  }

  /** `len(…)` of a list, or of whatever else is there. */
  length(name: string): number {
    return length(this.operand(name));
  }

  /** The items of a list; a single value counts as a list of one. */
  items(name: string): readonly PyValue[] {
    const value = this.raw(name);
    if (value === null) return [];
    return Array.isArray(value) ? value : [value as PyValue];
  }

  set(name: string, value: PyValue): void {
    if (this.keys.has(name)) this.changed.set(name, value);
  }

  /** A value that upstream computes and no configuration can write. */
  derive(name: string, value: PyValue): void {
    this.derived.set(name, value);
  }

  /** Splits a string at commas, as upstream does for many parameters; anything else stays. */
  splitCommas(name: string): void {
    const value = this.raw(name);
    if (typeof value === "string")
      this.set(
        name,
        value.split(",").map((item) => item.trim()),
      );
  }

  /** What upstream ends up with wherever it is not what was written or the default. */
  changes(): Map<string, PyValue> {
    const result = new Map<string, PyValue>();
    for (const [name, value] of this.derived) result.set(name, value);
    for (const [name, parameter] of this.keys) {
      const entry = this.entries.get(name);
      const before = entry && entry.from !== "flag" ? entry.value : defaultOf(parameter);
      const now = this.raw(name);
      if (!sameValue(before, now)) result.set(name, now);
    }
    return result;
  }

  // The surroundings. Asking records what had to be assumed, so that only assumptions that mattered are told.

  assume(id: AssumptionId, data: Readonly<Record<string, string>> = {}): void {
    if (!this.assumptions.has(id)) this.assumptions.set(id, { id, data });
  }

  isEnabled(name: string, fallback?: string): boolean {
    return isEnabled(this.environment, name, fallback);
  }

  get usesMegatron(): boolean {
    return this.isEnabled("USE_MCA");
  }

  get usesDeepSpeed(): boolean {
    return this.isTrue("deepspeed");
  }

  /** Upstream's ParallelMode.DISTRIBUTED: every process was started by torchrun or a kin. */
  get isDistributed(): boolean {
    return this.distributed((id) => this.assume(id));
  }

  /** The same for what upstream fills in, where the answer alone is no reason to tell what was assumed. */
  get isLikelyDistributed(): boolean {
    return this.distributed(() => undefined);
  }

  private distributed(assume: (id: AssumptionId) => void): boolean {
    const { launch, worldSize, gpus, fsdp } = this.environment;
    if (launch !== undefined) return launch === "torchrun";
    if (this.isEnabled("FORCE_TORCHRUN") || this.usesMegatron || fsdp) return true;
    if (this.usesDeepSpeed) {
      assume("torchrun-for-deepspeed");
      return true;
    }
    if (this.isWritten("fsdp") && this.isTrue("fsdp")) {
      assume("torchrun-for-fsdp");
      return true;
    }
    const processes = Math.max(worldSize ?? 1, gpus ?? 1);
    if (worldSize === undefined && gpus === undefined) assume("one-process");
    return processes > 1 && !this.isEnabled("USE_RAY") && !this.isEnabled("USE_KT");
  }

  get supportsBf16(): boolean {
    if (this.environment.bf16 === undefined) this.assume("bf16");
    return this.environment.bf16 ?? true;
  }

  /** The ZeRO stage of the DeepSpeed configuration that is in use; 0 where there is none. */
  get zeroStage(): number {
    const value = this.raw("deepspeed");
    if (!isTruthy(value)) return 0;
    if (value instanceof Map) return stageOf(plain(value));
    if (typeof value !== "string") return 0;
    if (value.startsWith("{")) return stageOfText(value);
    const file = lookUpFile(this.environment, value);
    if (typeof file === "object") return stageOfText(file.text);
    if (this.environment.zero !== undefined) return this.environment.zero;
    const named = /(?:z(?:e?ro)?|stage)[-_]?([0-3])(?![0-9])/i.exec(value.split("/").at(-1) ?? "");
    if (named) {
      this.assume("zero-from-name", { file: value, stage: named[1] ?? "" });
      return Number(named[1]);
    }
    this.assume("zero-unknown", { file: value });
    return 0;
  }

  get usesZero3(): boolean {
    return this.zeroStage === 3;
  }

  get usesFsdp(): boolean {
    return this.environment.fsdp === true || this.isEnabled("ACCELERATE_USE_FSDP") || this.isTrue("fsdp");
  }

  isMissing(packageName: string): boolean {
    return this.environment.missing?.includes(packageName) ?? false;
  }

  isSince(release: Release): boolean {
    return RELEASES.indexOf(this.release) >= RELEASES.indexOf(release);
  }
}

function stageOfText(text: string): number {
  try {
    return stageOf(JSON.parse(text));
  } catch {
    return 0;
  }
}

function stageOf(value: unknown): number {
  const read = (holder: unknown, key: string): unknown =>
    holder instanceof Map
      ? holder.get(key)
      : holder !== null && typeof holder === "object"
        ? (holder as Record<string, unknown>)[key]
        : undefined;
  const stage = read(read(value, "zero_optimization"), "stage");
  return typeof stage === "number" ? stage : 0;
}

function sameValue(a: PyValue, b: PyValue): boolean {
  if (a === b) return true;
  if (a instanceof PyFloat && b instanceof PyFloat)
    return a.value === b.value || (Number.isNaN(a.value) && Number.isNaN(b.value));
  if (a instanceof Map && b instanceof Map)
    return a.size === b.size && [...a].every(([key, item]) => b.has(key) && sameValue(item, b.get(key) ?? null));
  if (typeof a === "boolean" || typeof b === "boolean") return a === b;
  return equals(a, b);
}
