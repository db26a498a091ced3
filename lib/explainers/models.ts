import { MODELS } from "@/lib/calculators/models";
import { once } from "@/lib/once";
import type { NamedModel } from "./model-choice";

/** The list of models as explainers take it, by family. For the server: it holds every file of content/models. */
export const modelChoices = once((): NamedModel[] =>
  [...MODELS]
    .sort((a, b) => a.family.localeCompare(b.family, "en"))
    .map(({ aliases: _aliases, note: _note, doubt: _doubt, sources: _sources, ...model }) => model),
);
