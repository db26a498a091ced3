/** CodeMirror for a config: marks, hover cards, completion. Loaded by the page of the checker only, and after it is drawn. */

import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, type Text } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
  placeholder,
} from "@codemirror/view";
import type { ShownFinding } from "@/lib/checker/tool/service";
import type { EditorDocument } from "./document";
import { completeConfig, type KeyKnowledge } from "./editor-completion";
import { editorTheme } from "./editor-theme";
import { yamlColours } from "./editor-yaml";

/** Some three windows of the list; what is further down is reached by another letter. */
const mostSuggestions = 30;

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  readonly label: string;
  /** Id of the element that says what one may write and which keys help. */
  readonly describedBy: string;
  readonly placeholder: string;
  readonly applyFix: string;
  /** CodeMirror's own words, in the page's language. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly knowledge: () => KeyKnowledge;
  /** What a card says about a key. */
  readonly describeKey: (
    key: string,
  ) => { readonly title: string; readonly text: string; readonly href: string | null } | null;
  readonly onChange: () => void;
  readonly onKey: (key: string | null) => void;
  readonly onFix: (finding: ShownFinding) => void;
}

export function createEditor(options: EditorOptions): EditorDocument {
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        EditorState.phrases.of(options.phrases),
        lintGutter(),
        lineNumbers(),
        highlightActiveLineGutter(),
        highlightActiveLine(),
        drawSelection(),
        history(),
        bracketMatching(),
        yamlColours,
        editorTheme,
        placeholder(options.placeholder),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({
          // Editable text takes the focus without it, but not every tool that judges accessibility knows.
          tabindex: "0",
          "aria-label": options.label,
          "aria-describedby": options.describedBy,
          spellcheck: "false",
          autocapitalize: "off",
          autocorrect: "off",
        }),
        autocompletion({
          override: [completeConfig(options.knowledge)],
          icons: false,
          maxRenderedOptions: mostSuggestions,
        }),
        hoverTooltip((editor, position) => keyCard(editor, position, options)),
        keymap.of([...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) options.onChange();
          if (update.docChanged || update.selectionSet)
            options.onKey(keyAt(update.state.doc, update.state.selection.main.head));
        }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    change({ from, to, insert }) {
      view.dispatch({ changes: { from, to, insert }, userEvent: "input.paste" });
    },
    goTo(line, column) {
      const { doc } = view.state;
      const target = doc.line(Math.min(Math.max(1, line), doc.lines));
      const anchor = Math.min(target.to, target.from + (column ?? 1) - 1);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
    focus: () => view.focus(),
    showFindings(findings) {
      const diagnostics = findings.flatMap((finding) => diagnosticOf(finding, view.state.doc, options));
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    destroy: () => view.destroy(),
  };
}

const severities = { error: "error", warning: "warning", note: "info" } as const;
// More marks than this help nobody, and each is drawn.
const MOST_MARKS = 200;

function diagnosticOf(finding: ShownFinding, doc: Text, options: EditorOptions): Diagnostic[] {
  if (finding.line === null || finding.line > Math.min(doc.lines, MOST_MARKS * 50)) return [];
  const line = doc.line(finding.line);
  const from = Math.min(line.to, line.from + (finding.column ?? 1) - 1);
  const isOneLine = finding.endLine === finding.line && finding.endColumn !== null;
  const to = isOneLine ? Math.min(line.to, line.from + (finding.endColumn ?? 1) - 1) : line.to;
  const diagnostic: Diagnostic = {
    from,
    to: Math.max(from, to),
    severity: severities[finding.severity],
    message: finding.message,
    source: finding.rule,
    ...(finding.isFixable ? { actions: [{ name: options.applyFix, apply: () => options.onFix(finding) }] } : {}),
  };
  return [diagnostic];
}

const keyPattern = /^[ \t]*(?:--)?["']?([A-Za-z_]\w*)["']?[ \t]*(?:[:=]|[ \t]|\\?$)/;

function keyAt(doc: Text, position: number): string | null {
  return keyPattern.exec(doc.lineAt(position).text.slice(0, 200))?.[1] ?? null;
}

function keyCard(view: EditorView, position: number, { describeKey }: EditorOptions) {
  const line = view.state.doc.lineAt(position);
  const key = keyAt(view.state.doc, position);
  const content = key === null ? null : describeKey(key);
  if (key === null || content === null) return null;
  const start = line.from + line.text.indexOf(key);
  if (position < start || position > start + key.length) return null;
  return {
    pos: start,
    end: start + key.length,
    above: true,
    create: () => ({ dom: cardElement(content) }),
  };
}

function cardElement({ title, text, href }: NonNullable<ReturnType<EditorOptions["describeKey"]>>): HTMLElement {
  const card = document.createElement("div");
  card.className = "key-card";
  const heading = document.createElement(href === null ? "strong" : "a");
  heading.textContent = title;
  if (href !== null) heading.setAttribute("href", href);
  const body = document.createElement("p");
  body.textContent = text;
  card.append(heading, body);
  return card;
}
