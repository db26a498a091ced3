import {
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { KeyTexts } from "@/lib/checker/tool/key-texts";
import type { KnownKey } from "@/lib/checker/tool/service";

export interface KeyKnowledge {
  readonly keys: ReadonlyMap<string, KnownKey>;
  readonly texts: KeyTexts;
}

/** Keys at the beginning of a line, values behind a colon. */
export function completeConfig(knowledge: () => KeyKnowledge) {
  return (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    const key = /^(\w*)$/.exec(before);
    if (key) {
      if (before === "" && !context.explicit) return null;
      return {
        from: line.from,
        options: keyOptions(knowledge(), writtenKeys(context, line.number)),
        validFor: /^\w*$/,
      };
    }
    const value = /^(\w+):[ \t]*([\w.+-]*)$/.exec(before);
    if (value === null) return null;
    const known = knowledge().keys.get(value[1] ?? "");
    // A default alone is no choice: it is told when it is asked for.
    if (known?.values.length === 0 && !context.explicit) return null;
    const options = valueOptions(known);
    const isWhole = (text: string) => options.some(({ label }) => label === text);
    // Enter behind a finished value begins a new line, and does not choose what is already there.
    if (options.length === 0 || (isWhole(value[2] ?? "") && !context.explicit)) return null;
    return {
      from: context.pos - (value[2]?.length ?? 0),
      options,
      validFor: (text) => /^[\w.+-]*$/.test(text) && !isWhole(text),
    };
  };
}

function writtenKeys(context: CompletionContext, ownLine: number): Set<string> {
  const written = new Set<string>();
  const { doc } = context.state;
  // What is written far away in a huge text does not matter to a list of suggestions.
  const last = Math.min(doc.lines, 2000);
  for (let number = 1; number <= last; number++) {
    const name = number === ownLine ? undefined : /^(\w+):/.exec(doc.line(number).text)?.[1];
    if (name !== undefined) written.add(name);
  }
  return written;
}

function keyOptions({ keys, texts }: KeyKnowledge, written: ReadonlySet<string>): Completion[] {
  return [...keys.values()]
    .filter(({ name }) => !written.has(name))
    .map((known) => {
      const [label, summary] = texts[known.name] ?? ["", ""];
      return {
        label: known.name,
        type: "property",
        ...(label && label !== known.name ? { detail: label } : {}),
        ...(summary ? { info: summary } : {}),
        apply: (view: EditorView, _completion: Completion, from: number, to: number) =>
          insertKey(view, known, from, to),
      };
    });
}

function insertKey(view: EditorView, known: KnownKey, from: number, to: number): void {
  const hasColon = view.state.sliceDoc(to, to + 1) === ":";
  const insert = hasColon ? known.name : `${known.name}: `;
  view.dispatch({
    changes: { from, to, insert },
    selection: { anchor: from + insert.length },
    userEvent: "input.complete",
  });
  if (known.values.length > 0) startCompletion(view);
}

function valueOptions(known: KnownKey | undefined): Completion[] {
  if (!known) return [];
  const values = known.values.length === 0 && known.fallback !== null ? [known.fallback] : known.values;
  return values.map((label) => ({
    label,
    type: "enum",
    ...(label === known.fallback ? { detail: "default", boost: 1 } : {}),
  }));
}
