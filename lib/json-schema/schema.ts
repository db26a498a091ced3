/** The JSON Schema of a training, inference or export config, in the two dialects that editors and validators read. */

import type { Bilingual } from "@/lib/i18n/languages";
import { type JsonSchema, type ValueFacts, valueSchema } from "./value-schema";

export const dialects = {
  "2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
} as const;
export type Dialect = keyof typeof dialects;

export interface SchemaProperty extends ValueFacts {
  readonly default: unknown;
  readonly deprecated: boolean;
  /** Null where nobody has written it. */
  readonly summary: Bilingual | null;
  /** Where the parameter is explained, short enough for a hover text. */
  readonly link: string | null;
  /** Said before all else, such as «only with USE_MCA=1». */
  readonly remark?: string;
}

export interface SchemaDocument {
  readonly id: string;
  readonly release: string;
  readonly properties: readonly SchemaProperty[];
}

export function configSchema({ id, release, properties }: SchemaDocument, dialect: Dialect): JsonSchema {
  return {
    $schema: dialects[dialect],
    $id: id,
    title: `LLaMA-Factory ${release}`,
    description: "Keys of llamafactory-cli train, chat, api, webchat and export. 训练、推理、导出共用的参数。",
    type: "object",
    properties: Object.fromEntries(properties.map((property) => [property.name, propertySchema(property, dialect)])),
    additionalProperties: false,
  };
}

function propertySchema(property: SchemaProperty, dialect: Dialect): JsonSchema {
  const { default: value, deprecated } = property;
  return {
    ...valueSchema(property),
    description: descriptionOf(property),
    ...(value === null || value === undefined ? {} : { default: value }),
    // Draft-07 does not know the word; editors that read it show it all the same, strict validators refuse it.
    ...(deprecated && dialect === "2020-12" ? { deprecated: true } : {}),
  };
}

/** An editor shows it beside the key: both languages, and where to read on. */
function descriptionOf({ summary, link, remark }: SchemaProperty): string {
  return [remark, summary?.zh, summary?.en, link].filter(Boolean).join("\n\n");
}
