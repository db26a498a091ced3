import { useCallback, useLayoutEffect, useRef, useState } from "react";
import { queryText, type StateDefinition } from "@/lib/explainers/url-state";

// Safari refuses more than 100 changes of the address in 30 seconds; a drag makes more.
const QUIET_MILLISECONDS = 250;

export interface UrlState<S> {
  readonly state: S;
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
  const latest = useRef(state);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback((next: S) => {
    latest.current = next;
    setState(next);
  }, []);

  useLayoutEffect(() => {
    const read = () => show(definition.parse(new URLSearchParams(location.search)));
    if (location.search !== "") read();
    window.addEventListener("popstate", read);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener("popstate", read);
    };
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
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        history.replaceState(history.state, "", address(latest.current));
      }, QUIET_MILLISECONDS);
    },
    [address, show],
  );

  const choose = useCallback(
    (patch: Partial<S>) => {
      clearTimeout(timer.current);
      // What was dragged before belongs to the step before.
      history.replaceState(history.state, "", address(latest.current));
      show({ ...latest.current, ...patch });
      history.pushState(history.state, "", address(latest.current));
    },
    [address, show],
  );

  const reset = useCallback(() => choose(definition.defaults), [choose, definition]);
  return { state, change, choose, reset, query: queryText(definition.serialize(state)) };
}
