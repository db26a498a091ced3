/** A place in a text; line and column count from 1, as editors show them. */
export interface Mark {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** What PyYAML would raise: its class, its wording, and the place it points at. */
export class YamlError extends Error {
  constructor(
    readonly kind: "ReaderError" | "ScannerError" | "ParserError" | "ComposerError" | "ConstructorError",
    readonly problem: string,
    readonly mark: Mark,
    /** What was being read when it happened, e.g. «while scanning a simple key». */
    readonly context?: { readonly text: string; readonly mark: Mark },
  ) {
    super(problem);
  }

  /** The text that PyYAML prints, with the file named as upstream names it. */
  upstreamText(fileName: string): string {
    const at = (mark: Mark) => `  in "${fileName}", line ${mark.line}, column ${mark.column}`;
    const sameMark = this.context?.mark.offset === this.mark.offset;
    const context = this.context ? `${this.context.text}\n${sameMark ? "" : `${at(this.context.mark)}\n`}` : "";
    return `${context}${this.problem}\n${at(this.mark)}`;
  }
}
