/**
 * The explainers that exist. To add one called `some-id`:
 *
 * 1. `lib/explainers/some-id.ts`: a state (`defineState`, see url-state.ts), a pure view model of it, and `someYaml(state)`.
 *    Its test in tests/unit/explainers.
 * 2. `lib/i18n/messages/explainers/some-id.ts`: its texts in both languages, strings only (`fill` puts values into them).
 * 3. `components/explainers/figures/some-figure.tsx`: pure SVG, no state, so that server components draw it too.
 * 4. `components/explainers/some-id.client.tsx`: `useUrlState`, the fields, the figure, the numbers as a table, the YAML.
 *    It imports no messages, no content and no facts: all of these come as props.
 * 5. `content/explainers/some-id/{meta.yaml,zh.mdx,en.mdx}`: title, summary, related parameters and topics, sources, and
 *    short prose on what is computed.
 * 6. `app/[lang]/explain/some-id/page.tsx`: six lines. A folder of its own makes a script of its own.
 * 7. Its id below, and its default figure in `app/_shared/explainer-figure.tsx` (the compiler asks for it).
 */

import { loadTrio } from "@/lib/explanations/load";
import { articleFrontmatter, explainerMeta } from "@/lib/explanations/schema";
import { once } from "@/lib/once";

/** In the order in which they are listed. */
export const explainerIds = [
  "lr-schedules",
  "run-planner",
  "lora",
  "memory",
  "number-formats",
  "lora-picture",
  "gradients",
  "loss-mask",
  "quantization",
  "preference-losses",
  "sampling",
] as const;
export type ExplainerId = (typeof explainerIds)[number];

export const loadExplainers = once(() =>
  explainerIds.map((id) => ({ ...loadTrio(`content/explainers/${id}`, explainerMeta, articleFrontmatter), id })),
);

export function findExplainer(wanted: ExplainerId) {
  const found = loadExplainers().find(({ id }) => id === wanted);
  if (!found) throw new Error(`no explainer is called ${wanted}`);
  return found;
}

export function explainersOfParameter(name: string): ExplainerId[] {
  return loadExplainers().flatMap(({ id, meta }) => (meta.parameters.includes(name) ? [id] : []));
}

export function explainersOfTopic(topic: string): ExplainerId[] {
  return loadExplainers().flatMap(({ id, meta }) => (meta.topics.some((tag) => tag === topic) ? [id] : []));
}
