import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** Colours are the site's tokens, so that both themes come by themselves. */
const look = EditorView.theme({
  "&": { height: "100%", fontSize: "0.9rem", backgroundColor: "transparent", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.6", overflow: "auto" },
  ".cm-content": { caretColor: "var(--accent)", paddingBlock: "0.5rem" },
  ".cm-cursor": { borderLeftColor: "var(--accent)" },
  ".cm-gutters": { backgroundColor: "var(--sunken)", color: "var(--muted)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": {
    backgroundColor: "color-mix(in srgb, var(--accent-soft) 45%, transparent)",
  },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "color-mix(in srgb, var(--accent) 25%, transparent)",
  },
  ".cm-placeholder": { color: "var(--muted)", whiteSpace: "pre-wrap" },
  ".cm-tooltip": {
    backgroundColor: "var(--surface)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "0.5rem",
    boxShadow: "0 0.4rem 1.2rem rgb(0 0 0 / 20%)",
    overflow: "hidden",
    zIndex: "15",
  },
  ".cm-tooltip .key-card": { padding: "0.5rem 0.75rem", maxWidth: "26rem", fontSize: "0.85rem" },
  ".cm-tooltip-autocomplete > ul > li": { paddingBlock: "0.15rem" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent-soft)", color: "var(--ink)" },
  ".cm-completionDetail": { color: "var(--muted)", fontStyle: "normal", marginInlineStart: "1em" },
  ".cm-completionInfo": {
    fontFamily: "var(--font-sans)",
    fontSize: "0.85rem",
    padding: "0.5rem 0.75rem",
    maxWidth: "22rem",
  },
  ".cm-diagnostic": {
    fontFamily: "var(--font-sans)",
    fontSize: "0.85rem",
    padding: "0.4rem 0.75rem",
    maxWidth: "30rem",
  },
  ".cm-diagnostic-error": { borderLeftColor: "var(--bad)" },
  ".cm-diagnostic-warning": { borderLeftColor: "var(--warn)" },
  ".cm-diagnostic-info": { borderLeftColor: "var(--accent)" },
  ".cm-diagnosticAction": {
    backgroundColor: "var(--accent-soft)",
    color: "var(--accent)",
    border: "1px solid var(--accent)",
    borderRadius: "0.4rem",
    padding: "0.15rem 0.5rem",
    margin: "0.3rem 0 0",
    display: "block",
    minHeight: "1.5rem",
  },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--bad)" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--warn)" },
  ".cm-lintRange-info": { backgroundImage: "none", textDecoration: "underline dotted var(--accent)" },
  ".cm-lintRange-active": { backgroundColor: "var(--mark)" },
  ".cm-panels": { backgroundColor: "var(--surface)", color: "var(--ink)" },
});

const colours = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--accent)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--muted)" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--series-2)" },
  { tag: [tags.keyword, tags.atom, tags.bool, tags.number], color: "var(--series-3)" },
  { tag: [tags.meta, tags.labelName, tags.typeName], color: "var(--series-5)" },
]);

export const editorTheme = [look, syntaxHighlighting(colours)];
