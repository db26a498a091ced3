import { type ComponentType, useMemo } from "react";
import type { StateDefinition } from "@/lib/explainers/url-state";
import type { SharedTexts } from "@/lib/i18n/messages/explainers/shared";
import { ExplainerFrame } from "./frame";
import { type UrlState, useUrlState } from "./use-url-state";

/** What an explainer is given once, by its page: its texts, and what else does not change. */
export interface Given<T> {
  readonly texts: T;
  readonly shared: SharedTexts;
}

/** What a figure or a result is drawn from. */
export type Drawn<S, V, G> = G & { readonly state: S; readonly view: V; readonly change: UrlState<S>["change"] };

/**
 * An explainer that is controls, a figure, and results below. The controls change with the key or the pointer; figure and results
 * stay as they are until the state has settled.
 */
export function Explainer<S extends object, V, G extends Given<unknown>>({
  definition,
  viewOf,
  controls: Controls,
  figure: Figure,
  results: Results,
  given,
}: {
  definition: StateDefinition<S>;
  viewOf: (state: S, given: G) => V;
  controls: ComponentType<UrlState<S> & G>;
  figure: ComponentType<Drawn<S, V, G>>;
  results: ComponentType<Drawn<S, V, G>>;
  /** The same object as long as the page stands. */
  given: G;
}) {
  const url = useUrlState(definition);
  const { settled, change } = url;
  // The same elements as before are not drawn again.
  const { figure, results } = useMemo(() => {
    const drawn = { ...given, state: settled, view: viewOf(settled, given), change };
    return { figure: <Figure {...drawn} />, results: <Results {...drawn} /> };
  }, [settled, change, given, viewOf, Figure, Results]);
  return (
    <ExplainerFrame texts={given.shared} url={url} controls={<Controls {...url} {...given} />} figure={figure}>
      {results}
    </ExplainerFrame>
  );
}
