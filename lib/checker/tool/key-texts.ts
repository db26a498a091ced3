/** What the page says about a key, by name: its name in words and one sentence. A key that is missing has no page. */
export type KeyTexts = Readonly<Record<string, readonly [label: string, summary: string]>>;
