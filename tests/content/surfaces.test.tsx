import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FactList } from "@/components/parameter/fact-list";
import { parameterDocument, parameterRecord } from "@/lib/api/parameters";
import { labelOf, loadParameters, summaryOf } from "@/lib/catalog";
import { formatDefault, formatType, formatValue } from "@/lib/facts/format";
import { currentRelease, loadInheritedKeys } from "@/lib/facts/load";
import { factStatements } from "@/lib/facts/statements";
import { languages } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { propertiesOf, releaseSchema } from "@/lib/json-schema/load";
import { llmsFullText, llmsText } from "@/lib/markdown/llms";
import { markdownOfParameter } from "@/lib/markdown/load";
import { statementLine } from "@/lib/markdown/page";
import { pageOf } from "@/scripts/commands/explain";

const parameters = [...loadParameters().values()];
const schema = releaseSchema(currentRelease(), "2020-12") as {
  properties: Record<string, { description: string; default?: unknown; enum?: unknown[] }>;
};

// Every explanation is parsed in both languages.
const timeout = 180_000;

describe("all surfaces give the same facts", { timeout }, () => {
  it.each(languages)("page, Markdown and command line in %s", (language) => {
    const messages = messagesFor(language);
    for (const parameter of parameters) {
      const { name, facts, explanation } = parameter;
      const meta = explanation?.meta ?? null;
      const page = textOf(
        renderToStaticMarkup(
          <FactList facts={facts} meta={meta} language={language} messages={messages} linkTo={(to) => `/${to}`} />,
        ),
      );
      const markdown = markdownOfParameter(parameter, language);
      const terminal = pageOf({ name, language, format: "text" }) ?? "";
      for (const statement of factStatements(facts, meta, language, messages)) {
        expect(markdown, name).toContain(statementLine(statement));
        for (const code of statement.code) {
          expect(page, `${name} ${statement.id}`).toContain(code);
          expect(terminal, `${name} ${statement.id}`).toContain(code);
        }
      }
      expect(pageOf({ name, language, format: "markdown" })).toBe(markdown);
      expect(markdown).toContain(labelOf(parameter, language));
    }
  });

  it("JSON", () => {
    for (const parameter of parameters) {
      const { name, facts } = parameter;
      const record = JSON.parse(JSON.stringify(parameterRecord(parameter)));
      expect(record.types, name).toEqual(facts.types);
      expect(record.default, name).toEqual(facts.default);
      expect(record.choices, name).toEqual(facts.choices);
      expect(record.source.line, name).toBe(facts.source.line);
      const page = pageOf({ name, language: "en", format: "json" }) ?? "";
      expect(JSON.parse(page)).toEqual(JSON.parse(JSON.stringify(parameterDocument(parameter))));
    }
  });

  it("JSON Schema: the keys of the described release, their defaults, values and texts", () => {
    const properties = new Map(propertiesOf(currentRelease()).map((property) => [property.name, property]));
    const inherited = new Map(loadInheritedKeys().map(({ name, in4, in5 }) => [name, in4 !== null || in5 !== null]));
    for (const parameter of parameters) {
      const { name, facts } = parameter;
      const isSettable = ["released", "transformers-4-only", "transformers-5-only"].includes(facts.availability.kind);
      // A key that came with transformers 5.17 is out of the range that the release allows.
      const isTooNew = inherited.has(name) && inherited.get(name) === false;
      const isForConfigs = facts.commands.some((command) => command !== "eval");
      if (!isSettable || isTooNew || !isForConfigs) continue;
      const property = schema.properties[name];
      expect(property, name).toBeDefined();
      expect(property?.default ?? null, name).toEqual(facts.default ?? null);
      for (const choice of facts.choices ?? []) expect(properties.get(name)?.choices, name).toContain(choice);
      for (const type of facts.types) expect(properties.get(name)?.types, name).toContain(type);
      for (const language of languages)
        expect(property?.description, name).toContain(summaryOf(parameter, language) ?? "");
    }
    for (const { facts, name } of parameters)
      if (facts.availability.kind === "removed" || facts.availability.kind === "computed")
        expect(schema.properties[name], name).toBeUndefined();
  });

  it.each(languages)("llms-full.txt in %s, which stays within a model's window", (language) => {
    const text = llmsFullText(language);
    for (const { name, facts } of parameters) {
      const from = text.indexOf(`\n## ${name}`);
      const block = text.slice(from, text.indexOf("\n## ", from + 1));
      expect(from, name).toBeGreaterThan(0);
      expect(block, name).toContain(formatType(facts));
      expect(block, name).toContain(formatDefault(facts) ?? "");
      for (const choice of facts.choices ?? []) expect(block, name).toContain(formatValue(choice));
    }
    expect(Buffer.byteLength(text)).toBeLessThan(700_000);
    expect(Buffer.byteLength(llmsText(language))).toBeLessThan(150_000);
  });
});

function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
