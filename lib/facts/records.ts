/** Shapes of the machine-owned files in content/facts, as the facts generator writes them. */

import * as z from "zod";

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const defaultValue = z.union([scalar, z.array(scalar), z.record(z.string(), z.unknown())]);
const place = z.object({ file: z.string(), line: z.number().int().positive() });
const change = z.object({ release: z.string(), field: z.string(), from: z.unknown(), to: z.unknown() });

const declared = z.object({
  name: z.string(),
  dataclass: z.string(),
  group: z.string(),
  subgroup: z.string().nullable(),
  type: z.string(),
  types: z.array(z.string()).optional(),
  nullable: z.boolean(),
  choices: z.array(scalar).nullable(),
  default: defaultValue,
  usedIn: z.array(z.enum(["train", "infer", "eval"])),
  settable: z.boolean(),
  deprecated: z.boolean(),
});

const history = z.object({
  in: z.array(z.string()),
  since: z.string(),
  changes: z.array(change),
  removedIn: z.string().optional(),
});

export const llamafactoryRecord = declared.extend({
  file: z.string(),
  line: z.number().int().positive(),
  commaList: z.boolean(),
  inRelease: z.boolean(),
  inMain: z.boolean(),
  mainOnly: z.boolean().optional(),
  internal: z.boolean().optional(),
  history,
  replacedValues: z
    .array(z.object({ value: scalar, removedIn: z.string(), use: z.record(z.string(), scalar) }).loose())
    .optional(),
  lastIn: z.string().optional(),
  replacedBy: z.array(z.string()).optional(),
  removal: z.object({ relation: z.string().optional(), note: z.string().optional() }).loose().optional(),
});
export type LlamafactoryRecord = z.infer<typeof llamafactoryRecord>;

const release = z.object({
  tag: z.string(),
  date: z.string(),
  parameters: z.number(),
  settable: z.number(),
});

const environmentSwitch = z.object({
  name: z.string(),
  kind: z.string(),
  default: scalar.optional(),
  in: z.array(z.string()),
  reads: z.record(z.string(), z.array(place)),
});

export const llamafactoryFile = z.object({
  release: z.string(),
  mainCommit: z.string(),
  releases: z.array(release),
  parameters: z.array(llamafactoryRecord),
  removed: z.array(llamafactoryRecord),
  envSwitches: z.array(environmentSwitch),
});

const versionChange = z.object({
  between: z.tuple([z.string(), z.string()]),
  field: z.string(),
  from: z.unknown().optional(),
  to: z.unknown().optional(),
  added: z.array(scalar).optional(),
  removed: z.array(scalar).optional(),
});

export const transformersRecord = declared.extend({
  inVersions: z.array(z.string()),
  source: z.record(z.string(), place),
  changes: z.array(versionChange).optional(),
  replacedBy: z.array(z.string()).optional(),
  defaultAlternatives: z.array(scalar).optional(),
});
export type TransformersRecord = z.infer<typeof transformersRecord>;

export const transformersFile = z.object({ parameters: z.array(transformersRecord) });

export const megatronFile = z.object({
  parameters: z.array(
    declared.pick({ name: true, type: true, types: true, nullable: true, choices: true, default: true }),
  ),
});

export const boardLabelsFile = z.object({
  labels: z.array(z.object({ name: z.string(), zh: z.string(), en: z.string() }).loose()),
});

/** A derived value: a literal, or a small expression over other parameters. */
const expression = z.union([
  scalar,
  z.array(scalar),
  z.object({ mul: z.tuple([z.string(), z.number()]) }),
  z.object({ sub: z.tuple([z.string(), z.number()]) }),
  z.object({ valueOf: z.string() }),
  z.object({ equals: z.tuple([z.string(), scalar]) }),
]);
export type DerivedExpression = z.infer<typeof expression>;

export const rulesFile = z.object({
  rules: z.array(
    z
      .object({
        id: z.string(),
        kind: z.enum(["error", "warning", "adjust", "dependency"]),
        applies: z.array(z.enum(["train", "infer", "eval", "export"])),
        params: z.array(z.string()),
        when: z.unknown(),
        effect: z.unknown().optional(),
        upstreamMessage: z.string().optional(),
        file: z.string(),
        line: z.number().nullable(),
        origin: z.string(),
        sourceVersion: z.string().optional(),
      })
      .loose(),
  ),
});
export { expression as derivedExpression };
