import { describe, expect, it } from "vitest";
import { proseMarkdown, proseSections } from "@/lib/markdown/prose";
import { terminalText } from "@/lib/markdown/terminal";

const context = {
  fact: (name: string, aspect: string) => `${name}.${aspect}`,
  resolve: (address: string) => (address.startsWith("topic:") ? `https://site/${address.slice(6)}.md` : null),
};
const toMarkdown = (body: string) => proseMarkdown(body, context);

describe("prose as Markdown", () => {
  it.each([
    ["a fact becomes code", 'Default: <Fact of="lora_rank" show="default" />.', "Default: `lora_rank.default`."],
    [
      "a source becomes a link to its line",
      'So it is <Source at="src/llamafactory/hparams/parser.py#L188" />.',
      "So it is ([parser.py:188](https://github.com/hiyouga/LLaMA-Factory/blob/v0.9.5/src/llamafactory/hparams/parser.py#L188)).",
    ],
    ["a topic is linked as its twin", "See [LoRA](topic:lora).", "See [LoRA](https://site/lora.md)."],
    ["formulas stay formulas", "It is $r \\times 2$.", "It is $r \\times 2$."],
    ["comments go", "Here{/* for authors */}.", "Here."],
  ])("%s", (_, body, expected) => {
    expect(toMarkdown(body)).toBe(expected);
  });
  it("takes the id off a heading and keeps it as the section's", () => {
    expect(proseSections("Before.\n\n## What it does [#what]\n\nIt `works`.", context)).toEqual([
      { id: null, title: null, markdown: "Before." },
      { id: "what", title: "What it does", markdown: "It `works`." },
    ]);
  });
  it("keeps a comparison as a plain table, without the columns of drawings", () => {
    const body = `<ComparisonTable id="a" caption="b" columns={["x", "y"]}>

| x | y |
|---|---|
| \`a\` | <ScheduleCurve of="linear" /> |

</ComparisonTable>`;
    expect(toMarkdown(body)).toBe("| x |\n| - |\n| `a` |");
  });
  it("keeps code as it is", () => {
    expect(toMarkdown("```yaml\nlora_rank: 8\n```")).toBe("```yaml\nlora_rank: 8\n```");
  });
  it("refuses an element that it cannot put into words", () => {
    expect(() => toMarkdown("<Movie />")).toThrow("no Markdown form for <Movie>");
  });
});

describe("Markdown in a terminal", () => {
  const markdown = "# `lora_rank`\n\nSee [`lora_alpha`](https://x/y) and **mind** it \\[here].\n\n```yaml\na: 1\n```\n";
  it("shows words without addresses, code indented", () => {
    expect(terminalText(markdown, { color: false })).toBe(
      "`lora_rank`\n\nSee `lora_alpha` and mind it [here].\n\n    a: 1\n",
    );
  });
  it("sets off headings where it may", () => {
    expect(terminalText("# A", { color: true })).toBe("\u001B[1mA\u001B[0m");
  });
});
