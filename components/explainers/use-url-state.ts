import { startTransition, useCallback, useLayoutEffect, useRef, useState } from "react";
import { replaceAddress, settleAddress } from "@/components/site/quiet-address";
import { queryText, type StateDefinition } from "@/lib/explainers/url-state";

export interface UrlState<S> {
  /** For the controls: it changes with the key or the pointer. */
  readonly state: S;
  /** For what is drawn from it: it follows once the control has answered, and skips what a faster hand has passed already. */
  readonly settled: S;
  /** While a value is being dragged or typed: the address follows when it rests. */
  readonly change: (patch: Partial<S>) => void;
  /** For a choice: it becomes a step that «back» undoes. */
  readonly choose: (patch: Partial<S>) => void;
  readonly reset: () => void;
  /** Query string of the state, with its question mark; the page's own address for the defaults. */
  readonly query: string;
}

/**
 * State that lives in the query string. The first render has the defaults, as the server's had; the address is read before
 * the browser paints.
 */
export function useUrlState<S extends object>(definition: StateDefinition<S>): UrlState<S> {
  const [state, setState] = useState(definition.defaults);
  const [settled, setSettled] = useState(state);
  const latest = useRef(state);

  const show = useCallback((next: S) => {
    latest.current = next;
    setState(next);
    startTransition(() => setSettled(next));
  }, []);

  useLayoutEffect(() => {
    const read = () => show(definition.parse(new URLSearchParams(location.search)));
    if (location.search !== "") {
      read();
      // The figure too: nobody is to see the defaults first.
      setSettled(latest.current);
    }
    window.addEventListener("popstate", read);
    return () => window.removeEventListener("popstate", read);
  }, [definition, show]);

  const address = useCallback(
    (next: S) => {
      const query = queryText(definition.serialize(next));
      return location.pathname + (query === "?" ? "" : query) + location.hash;
    },
    [definition],
  );

  const change = useCallback(
    (patch: Partial<S>) => {
      show({ ...latest.current, ...patch });
      replaceAddress(() => address(latest.current));
    },
    [address, show],
  );

  const choose = useCallback(
    (patch: Partial<S>) => {
      // What was dragged before belongs to the step before.
      settleAddress();
      show({ ...latest.current, ...patch });
      history.pushState(history.state, "", address(latest.current));
    },
    [address, show],
  );

  const reset = useCallback(() => choose(definition.defaults), [choose, definition]);
  return { state, settled, change, choose, reset, query: queryText(definition.serialize(state)) };
}
