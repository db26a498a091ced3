/** A browser of another engine, driven like a reader would: the little that firefox.ts and webkit.ts have in common. */
export interface Reader {
  /** The engine's name and version. */
  readonly name: string;
  /** Opens an address and waits until it is loaded. */
  open(url: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Real key presses into whatever has the focus; `Enter` and the like by their names. */
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  /** Value of a JavaScript expression in the page. */
  read(expression: string): Promise<unknown>;
  /** Makes the window as narrow as the engine lets it be, or a phone's width. */
  narrow(): Promise<void>;
  close(): Promise<void>;
}

export type Key = "Enter" | "ArrowRight";

const patienceMilliseconds = 15_000;

/** Waits until an expression is truthy in the page. @throws with the expression, when it never is */
export async function until(reader: Reader, expression: string): Promise<void> {
  const end = Date.now() + patienceMilliseconds;
  for (;;) {
    // Between two pages there may be nothing to ask.
    const value = await reader.read(`Boolean(${expression})`).catch(() => false);
    if (value === true) return;
    if (Date.now() > end) throw new Error(`never true: ${expression}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
