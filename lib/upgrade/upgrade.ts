/** A configuration for one release → the same configuration for another. Pure; what cannot be settled is reported. */

import type { Json } from "@/lib/checker/catalog";
import type { Entry } from "@/lib/checker/entry";
import { equals, type PyValue, plain } from "@/lib/checker/python/values";
import { readConfigFile } from "@/lib/checker/read/config-file";
import { ReadProblem } from "@/lib/checker/read/problem";
import { type ParameterHistory, type ParameterState, positionOf, stateAt } from "@/lib/history/history";
import type { Language } from "@/lib/i18n/languages";
import type { Change } from "./change";
import { behaviourChanges, inheritedRenames } from "./earlier-keys";
import { editText, type TextEdit, writeAnew } from "./edit";
import { type ChangeSource, removalSource, sourceAt, type UpgradeFacts } from "./facts";
import { describeChange } from "./messages";
import { isRelevant, type Written } from "./relevance";
import { findSpecialRename } from "./special-renames";
import { accepts, companionsOf, convertUnit, replaceValue } from "./values";

export interface UpgradeOptions {
  readonly from: string;
  readonly to: string;
  /** Whether defaults that changed are written out with their old value. */
  readonly pin?: boolean;
  /** Of the remarks that are put into the text. */
  readonly language?: Language;
}

export interface UpgradeResult {
  /** Null where the text could not be read at all. */
  readonly text: string | null;
  /** In the order of the text, then what is not written. */
  readonly changes: readonly Change[];
  /** The text could not be edited in place, so that it was written anew without its comments. */
  readonly isRewritten: boolean;
  readonly problem: { readonly line: number | null; readonly message: string } | null;
}

interface Plan {
  readonly changes: Change[];
  readonly edits: TextEdit[];
}

/** @throws when the facts know one of the releases not */
export function upgrade(text: string, options: UpgradeOptions, facts: UpgradeFacts): UpgradeResult {
  positionOf(facts.histories, options.from);
  positionOf(facts.histories, options.to);
  let entries: ReadonlyMap<string, Entry>;
  try {
    entries = readConfigFile(text, "config.yaml");
  } catch (error) {
    if (!(error instanceof ReadProblem)) throw error;
    const problem = { line: error.details.place?.line ?? null, message: error.upstreamText ?? error.rule };
    return { text: null, changes: [], isRewritten: false, problem };
  }
  const { changes, edits } = new Upgrade(facts, options, entries).plan();
  if (edits.length === 0) return { text, changes, isRewritten: false, problem: null };
  const edited = editText(text, entries, edits);
  const anew = writeAnew(entries, edits);
  // Anchors and the like can make an edited line mean something else: then the plain form is right and the pretty one is not.
  if (edited !== null && meansTheSame(edited, anew))
    return { text: edited, changes, isRewritten: false, problem: null };
  return { text: anew, changes, isRewritten: true, problem: null };
}

function meansTheSame(edited: string, anew: string): boolean {
  const read = (text: string) => {
    const entries = [...readConfigFile(text, "config.yaml").values()].sort((a, b) => (a.name < b.name ? -1 : 1));
    return JSON.stringify(entries.map(({ name, value }) => [name, plainText(plain(value))]));
  };
  try {
    return read(edited) === read(anew);
  } catch {
    return false;
  }
}

function plainText(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, item]) => [key, plainText(item)]);
  if (Array.isArray(value)) return value.map(plainText);
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}

class Upgrade {
  private readonly from: number;
  private readonly to: number;
  private readonly byName: ReadonlyMap<string, ParameterHistory>;
  /** What the new configuration will say, as far as that is decided. */
  private readonly taken = new Set<string>();
  private readonly result: Plan = { changes: [], edits: [] };
  private readonly written: Written;

  constructor(
    private readonly facts: UpgradeFacts,
    private readonly options: UpgradeOptions,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {
    this.from = positionOf(facts.histories, options.from);
    this.to = positionOf(facts.histories, options.to);
    this.byName = new Map(facts.histories.parameters.map((history) => [history.name, history]));
    this.written = new Map([...entries].map(([name, { value }]) => [name, value]));
  }

  plan(): Plan {
    for (const name of this.entries.keys()) if (this.state(name, this.to) !== null) this.taken.add(name);
    const dropped = new Set<string>();
    // A value that takes others with it comes before them, wherever it stands.
    const leads = new Set(this.facts.values.filter(({ use }) => Object.keys(use).length > 1).map(({ key }) => key));
    const all = [...this.entries.values()];
    for (const entry of [...all.filter(({ name }) => leads.has(name)), ...all.filter(({ name }) => !leads.has(name))])
      if (!dropped.has(entry.name)) this.key(entry, dropped);
    const byLine = (change: Change) => change.line ?? Number.POSITIVE_INFINITY;
    this.result.changes.sort((a, b) => (byLine(a) === byLine(b) ? 0 : byLine(a) - byLine(b)));
    this.defaults();
    return this.result;
  }

  private state(name: string, position: number): ParameterState | null {
    const history = this.byName.get(name);
    return history ? stateAt(history, position) : null;
  }

  private tag(position: number): string {
    return this.facts.histories.releases[position] ?? "";
  }

  private key(entry: Entry, dropped: Set<string>): void {
    const { name } = entry;
    const position = (tag: string) => this.facts.histories.releases.indexOf(tag);
    const special = findSpecialRename(
      name,
      this.written,
      (tag) => this.from < position(tag) && position(tag) <= this.to,
      (tag) => this.to < position(tag) && position(tag) <= this.from,
    );
    if (special) {
      this.taken.add(special.to);
      this.edit({ kind: "rename", key: name, to: special.to });
      const { to, what, release, source } = special;
      this.report(entry, { kind: "renamed", to, what }, release, source);
      return;
    }
    const target = this.state(name, this.to);
    if (target !== null) {
      this.value(entry, name, target, dropped);
      return;
    }
    if (this.state(name, this.from) === null && this.isInherited(name)) {
      this.inherited(entry);
      return;
    }
    const history = this.byName.get(name);
    if (history === undefined) {
      if (this.isInherited(name)) {
        this.inherited(entry);
        return;
      }
      this.report(entry, { kind: "unknown" }, null, null);
      return;
    }
    if ((history.releases.at(-1) ?? 0) < this.to) this.removed(entry, history, dropped);
    else this.notYet(entry, history, dropped);
  }

  /** The release has the key; has it the value, and does that mean the same? */
  private value(entry: Entry, name: string, state: ParameterState, dropped: Set<string>): void {
    const unit = (key: string) => convertUnit(this.facts, key, entry.value, this.from, this.to);
    const converted = unit(entry.name) ?? unit(name);
    if (converted) {
      const { change, value } = converted;
      this.edit({ kind: "set", key: entry.name, value });
      const what = { kind: "unit", from: json(entry.value), to: value, what: change.what } as const;
      this.report(entry, what, change.release, change.source);
      return;
    }
    const isAccepted = accepts(state, entry.value);
    if (isAccepted && !this.isMerged(name)) return;
    const replacement = replaceValue(this.facts, name, entry.value, this.to, this.written);
    if (replacement === null) {
      const choices = state.choices as readonly Json[] | null;
      const what = { kind: "refused", value: json(entry.value), types: state.types, choices } as const;
      this.report(entry, what, null, sourceAt(this.facts, name, this.tag(this.to)));
      return;
    }
    const { use, release } = replacement;
    for (const [key, value] of Object.entries(use)) {
      if (key === name) this.edit({ kind: "set", key: entry.name, value });
      else if (!this.taken.has(key)) {
        this.taken.add(key);
        this.edit({ kind: "insert", key: entry.name, name: key, value });
      }
    }
    this.report(
      entry,
      { kind: "value", from: json(entry.value), use },
      release,
      sourceAt(this.facts, name, release) ?? sourceAt(this.facts, name, this.tag(this.to)),
    );
    // `stage: dpo` with `pref_loss: orpo` becomes `stage: orpo` alone.
    const single = use[name];
    for (const companion of single === undefined ? [] : companionsOf(this.facts, name, single)) {
      const other = this.entries.get(companion);
      if (other === undefined || this.state(companion, this.to) !== null) continue;
      dropped.add(companion);
      this.comment(other, { kind: "doubled", to: name }, release, null);
    }
  }

  /** Whether an older value says what this one says together with keys that the target release has not. */
  private isMerged(name: string): boolean {
    const after = (tag: string) => this.facts.histories.releases.indexOf(tag) > this.to;
    return this.facts.values.some(
      ({ key, removedIn, use }) =>
        key === name &&
        after(removedIn) &&
        Object.keys(use).some((other) => this.state(other, this.to) === null) &&
        Object.entries(use).every(([other, own]) => this.written.get(other) === own),
    );
  }

  private removed(entry: Entry, history: ParameterHistory, dropped: Set<string>): void {
    const { relation = "", replacedBy = [] } = history.removal ?? {};
    const release = this.tag((history.releases.at(-1) ?? 0) + 1);
    const source = removalSource(this.facts, entry.name);
    if (entry.name === "train_mm_proj_only") {
      const isOn = entry.value === true;
      const use = {
        freeze_vision_tower: this.written.get("freeze_vision_tower") !== false || isOn,
        freeze_language_model: isOn,
        freeze_multi_modal_projector: false,
      };
      this.split(entry, use, release, source);
      return;
    }
    const target = this.successor(entry.name);
    if (target === null) {
      const known = replacedBy.filter((name) => this.state(name, this.to) !== null || this.isInherited(name));
      this.comment(entry, { kind: "removed", relation, replacedBy: known, value: json(entry.value) }, release, source);
      return;
    }
    this.rename(entry, target, release, source, dropped);
  }

  /** Follows renames until the key exists in the target release. */
  private successor(name: string): string | null {
    const followed = ["renamed", "renamed-and-split", "merged"];
    let current = name;
    for (let step = 0; step < 4; step++) {
      const removal = this.byName.get(current)?.removal;
      const [next] = removal?.replacedBy ?? [];
      if (removal === undefined || next === undefined || !followed.includes(removal.relation)) return null;
      if (this.state(next, this.to) !== null || this.isInherited(next)) return next;
      current = next;
    }
    return null;
  }

  private rename(entry: Entry, to: string, release: string, source: ChangeSource | null, dropped: Set<string>): void {
    if (this.taken.has(to) || this.entries.has(to)) {
      this.comment(entry, { kind: "doubled", to }, release, source);
      return;
    }
    this.taken.add(to);
    this.edit({ kind: "rename", key: entry.name, to });
    this.report(entry, { kind: "renamed", to }, release, source);
    const state = this.state(to, this.to);
    if (state) this.value(entry, to, state, dropped);
  }

  private split(entry: Entry, use: Readonly<Record<string, Json>>, release: string, source: ChangeSource | null): void {
    const missing = Object.entries(use).filter(([name]) => !this.taken.has(name) && this.state(name, this.to) !== null);
    for (const [name, value] of missing) {
      this.taken.add(name);
      this.edit({ kind: "insert", key: entry.name, name, value });
    }
    this.comment(entry, { kind: "split", use: Object.fromEntries(missing) }, release, source);
  }

  /** The other direction: what said the same before the key existed? */
  private notYet(entry: Entry, history: ParameterHistory, dropped: Set<string>): void {
    const since = this.tag(history.releases[0] ?? 0);
    const source = sourceAt(this.facts, entry.name, since);
    const older = this.facts.histories.parameters.filter(
      ({ name, removal }) =>
        removal?.replacedBy[0] === entry.name &&
        ["renamed", "renamed-and-split", "merged"].includes(removal.relation) &&
        this.state(name, this.to) !== null,
    );
    const isOrpo = this.written.get("pref_loss") === "orpo" || this.written.get("stage") === "orpo";
    const chosen = older.find(({ name }) => name.startsWith("orpo_") === isOrpo) ?? older[0];
    const isSet = typeof entry.value !== "boolean" || entry.name !== "freeze_language_model";
    if (chosen && isSet) {
      this.rename(entry, chosen.name, since, source, dropped);
      return;
    }
    if (entry.name === "freeze_language_model" && entry.value === true && this.state("train_mm_proj_only", this.to)) {
      this.split(entry, { train_mm_proj_only: true }, since, source);
      return;
    }
    this.comment(entry, { kind: "later", since, value: json(entry.value) }, since, source);
  }

  private isInherited(name: string): boolean {
    return this.facts.inherited.some((key) => key.name === name);
  }

  private inherited(entry: Entry): void {
    const position = (tag: string) => this.facts.histories.releases.indexOf(tag);
    const forward = inheritedRenames.find(({ from, since }) => from === entry.name && this.to >= position(since));
    const back = inheritedRenames.find(({ to, since }) => to === entry.name && this.to < position(since));
    const rename = forward ?? back;
    if (rename) {
      this.rename(entry, forward ? rename.to : rename.from, rename.since, rename.source, new Set());
      return;
    }
    const key = this.facts.inherited.find(({ name }) => name === entry.name);
    // v0.9.5 is the first release that allows transformers 5.
    if (key?.only === undefined || this.to < position("v0.9.5")) return;
    const { only, replacedBy = [] } = key;
    const both = replacedBy.filter((name) =>
      this.facts.inherited.some((other) => other.name === name && other.only === undefined),
    );
    this.report(entry, { kind: "transformers", only, replacedBy: both }, null, null);
  }

  /** Keys that are not written, and whose default is another one now. */
  private defaults(): void {
    for (const history of this.facts.histories.parameters) {
      const before = stateAt(history, this.from);
      if (before === null || this.entries.has(history.name)) continue;
      const name = stateAt(history, this.to) === null ? this.successor(history.name) : history.name;
      if (name === null || this.taken.has(name)) continue;
      const after = this.state(name, this.to);
      if (after === null || !isRelevant(name, this.written)) continue;
      const old = this.carried(history.name, name, before.default as Json);
      if (equals(old as PyValue, after.default as PyValue) || same(old, after.default)) continue;
      this.defaultChange("default", name, old, after.default as Json, this.releaseOf(history, name));
    }
    for (const { key, release, old, now, source } of behaviourChanges) {
      const at = this.facts.histories.releases.indexOf(release);
      if (this.from >= at || this.to < at || this.taken.has(key) || !isRelevant(key, this.written)) continue;
      this.defaultChange("behaviour", key, old, now, release, source);
    }
  }

  /** An old default as the target release writes it. */
  private carried(oldName: string, name: string, value: Json): Json {
    const converted = convertUnit(this.facts, oldName, value as PyValue, this.from, this.to)?.value ?? value;
    const state = this.state(name, this.to);
    if (state === null || accepts(state, converted as PyValue)) return converted;
    const use = replaceValue(this.facts, name, converted as PyValue, this.to, this.written)?.use;
    return use?.[name] ?? converted;
  }

  private releaseOf(history: ParameterHistory, name: string): string {
    const low = Math.min(this.from, this.to);
    const high = Math.max(this.from, this.to);
    const own = history.changes.find(({ field, at }) => field === "default" && at > low && at <= high);
    if (own) return this.tag(own.at);
    const first = this.byName.get(name)?.releases.find((at) => at > low) ?? high;
    return this.tag(first);
  }

  private defaultChange(
    kind: "default" | "behaviour",
    key: string,
    from: Json,
    to: Json,
    release: string,
    source?: ChangeSource,
  ): void {
    const pinned = (this.options.pin ?? false) && from !== null;
    const change: Change = {
      kind,
      key,
      line: null,
      release,
      source: source ?? sourceAt(this.facts, key, release),
      from,
      to,
      pinned,
    };
    this.result.changes.push(change);
    if (pinned) this.edit({ kind: "append", name: key, value: from, reason: this.reason(change) });
  }

  private reason(change: Change): string {
    return describeChange(change, this.options.language ?? "en");
  }

  private edit(edit: TextEdit): void {
    this.result.edits.push(edit);
  }

  private report(entry: Entry, what: Partial<Change>, release: string | null, source: ChangeSource | null): Change {
    const change = { ...what, key: entry.name, line: entry.keyPlace?.line ?? null, release, source } as Change;
    this.result.changes.push(change);
    return change;
  }

  private comment(entry: Entry, what: Partial<Change>, release: string | null, source: ChangeSource | null): void {
    const change = this.report(entry, what, release, source);
    this.edit({ kind: "comment-out", key: entry.name, reason: this.reason(change) });
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function json(value: PyValue): Json {
  const convert = (item: unknown): unknown => {
    if (item instanceof Map) return Object.fromEntries([...item].map(([key, inner]) => [key, convert(inner)]));
    if (Array.isArray(item)) return item.map(convert);
    return typeof item === "number" && !Number.isFinite(item) ? String(item) : item;
  };
  return convert(plain(value)) as Json;
}
