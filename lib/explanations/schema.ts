/** What meta.yaml and the frontmatter of an MDX file may say. Unknown keys are errors: a typo must not be silent. */

import * as z from "zod";
import { effectDirections, frameworks, levels, stageIds, topicIds, unitNames } from "./vocabulary";

const bilingualList = z.strictObject({ zh: z.array(z.string()).default([]), en: z.array(z.string()).default([]) });
const effect = z.enum(effectDirections);
/** `key` or `key: value`, as in a YAML config. */
const setting = z.string().regex(/^[A-Za-z_][\w.]*(: .+)?$/, "write `key` or `key: value`");

export const parameterMeta = z.strictObject({
  level: z.enum(levels),
  topics: z.array(z.enum(topicIds)).min(1).max(3),
  stages: z.array(z.enum(stageIds)).optional(),
  unit: z.enum(Object.keys(unitNames) as [keyof typeof unitNames]).optional(),
  effects: z.strictObject({ memory: effect, speed: effect, quality: effect }),
  range: z
    .strictObject({
      enforced: z.array(z.strictObject({ rule: z.string(), source: z.string() })).optional(),
      recommended: z.array(z.strictObject({ value: z.string(), by: z.string(), source: z.string() })).optional(),
    })
    .optional(),
  requires: z.array(setting).default([]),
  conflicts: z.array(setting).default([]),
  related: z.array(z.string()).default([]),
  elsewhere: z
    .array(z.strictObject({ framework: z.enum(frameworks), name: z.string(), source: z.string().optional() }))
    .default([]),
  keywords: bilingualList.default({ zh: [], en: [] }),
  sources: z.array(z.string()).min(1),
  checkedAgainst: z.string().regex(/^v\d+\.\d+\.\d+$/),
});
export type ParameterMeta = z.infer<typeof parameterMeta>;

export const parameterFrontmatter = z.strictObject({ label: z.string().min(1), summary: z.string().min(1) });
export type ParameterFrontmatter = z.infer<typeof parameterFrontmatter>;

/** Topics and questions: a title, one true sentence, and what the page is found by. */
export const articleFrontmatter = z.strictObject({ title: z.string().min(1), summary: z.string().min(1) });
export type ArticleFrontmatter = z.infer<typeof articleFrontmatter>;

export const topicMeta = z.strictObject({
  parameters: z.array(z.string()).default([]),
  keywords: bilingualList.default({ zh: [], en: [] }),
  related: z.array(z.string()).default([]),
  sources: z.array(z.string()).min(1),
  checkedAgainst: z.string().regex(/^v\d+\.\d+\.\d+$/),
});
export type TopicMeta = z.infer<typeof topicMeta>;

export const explainerMeta = topicMeta.extend({ topics: z.array(z.enum(topicIds)).min(1) });

export const questionMeta = z.strictObject({
  kind: z.enum(["symptom", "task", "concept", "error"]),
  topics: z.array(z.enum(topicIds)).min(1).max(3),
  /** The at most six parameters that the page answers with, best first. */
  parameters: z.array(z.string()).max(6),
  /** Pieces of messages as users paste them, longest and most telling first. */
  errors: z.array(z.string()).default([]),
  keywords: bilingualList.default({ zh: [], en: [] }),
  related: z.array(z.string()).default([]),
  issues: z.array(z.number().int()).default([]),
  sources: z.array(z.string()).min(1),
  checkedAgainst: z.string().regex(/^v\d+\.\d+\.\d+$/),
});
export type QuestionMeta = z.infer<typeof questionMeta>;

/** A remark on a release: what someone must change who upgrades to it. */
export const releaseMeta = z.strictObject({
  sources: z.array(z.string()).min(1),
  checkedAgainst: z.string().regex(/^v\d+\.\d+\.\d+$/),
});
export type ReleaseMeta = z.infer<typeof releaseMeta>;
