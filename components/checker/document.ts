import type { ShownFinding } from "@/lib/checker/tool/service";
import type { TextChange } from "@/lib/checker/tool/text-change";

/** What the page needs of an editor; the textarea and CodeMirror both give it. */
export interface EditorDocument {
  text(): string;
  /** Can be undone like typing. */
  change(change: TextChange): void;
  goTo(line: number, column: number | null): void;
  focus(): void;
  showFindings(findings: readonly ShownFinding[]): void;
  destroy(): void;
}

/** The textarea that stands on the page before CodeMirror does, and for good where that cannot be loaded. */
export function textareaDocument(area: HTMLTextAreaElement): EditorDocument {
  return {
    text: () => area.value,
    change({ from, to, insert }) {
      area.focus();
      area.setSelectionRange(from, to);
      // The only way that keeps the browser's own undo; where it is gone, the change still has to happen.
      const done = insert === "" ? document.execCommand("delete") : document.execCommand("insertText", false, insert);
      if (!done) {
        area.setRangeText(insert, from, to, "end");
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }
    },
    goTo(line, column) {
      const lines = area.value.split("\n");
      const start = lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0);
      const end = start + (lines[line - 1]?.length ?? 0);
      area.focus();
      area.setSelectionRange(Math.min(end, start + (column ?? 1) - 1), end);
      area.scrollTop = Math.max(0, (area.scrollHeight / lines.length) * (line - 4));
    },
    focus: () => area.focus(),
    showFindings: () => undefined,
    destroy: () => undefined,
  };
}
