import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Checked, CheckRequest } from "@/lib/checker/tool/service";
import { Engine, EngineError, type EngineProblem } from "./engine";

// Typing goes on while the worker thinks; this only spares it every single letter.
const QUIET_MILLISECONDS = 180;

export interface CheckedText {
  readonly text: string;
  readonly result: Checked;
}

/** Keeps the result up to date with a text that changes. One check runs at a time, and only the latest text is worth one. */
export function useChecking(workerUrl: string, catalogUrl: string, makeRequest: () => CheckRequest | null) {
  const engine = useMemo(() => new Engine(workerUrl, catalogUrl), [workerUrl, catalogUrl]);
  const [checked, setChecked] = useState<CheckedText | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<EngineProblem | null>(null);
  const request = useRef(makeRequest);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isRunning = useRef(false);
  const isStale = useRef(false);
  useEffect(() => {
    request.current = makeRequest;
  });

  const run = useCallback(async () => {
    if (isRunning.current) {
      isStale.current = true;
      return;
    }
    const asks = request.current();
    setProblem(null);
    if (asks === null) {
      setBusy(false);
      setChecked(null);
      return;
    }
    isRunning.current = true;
    setBusy(true);
    try {
      const result = await engine.ask("check", asks);
      startTransition(() =>
        setChecked((old) => ({ text: asks.input.text, result: keepEqualParts(old?.result, result) })),
      );
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      setProblem(error.problem);
    } finally {
      isRunning.current = false;
      setBusy(false);
      if (isStale.current) {
        isStale.current = false;
        run();
      }
    }
  }, [engine]);

  const schedule = useCallback(
    (afterMilliseconds = QUIET_MILLISECONDS) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(run, afterMilliseconds);
    },
    [run],
  );

  useEffect(
    () => () => {
      clearTimeout(timer.current);
      engine.stop();
      isRunning.current = false;
    },
    [engine],
  );
  return { engine, checked, isBusy, problem, schedule };
}

/** Parts that did not change stay the same objects, so that nothing draws them again: most keystrokes change no finding. */
function keepEqualParts(old: Checked | undefined, now: Checked): Checked {
  if (!old) return now;
  const keep = <K extends keyof Checked>(key: K): Checked[K] =>
    JSON.stringify(old[key]) === JSON.stringify(now[key]) ? old[key] : now[key];
  return {
    ...now,
    findings: keep("findings"),
    explanations: keep("explanations"),
    resolved: keep("resolved"),
    numbers: keep("numbers"),
  };
}
