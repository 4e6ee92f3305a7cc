"use client";

import { useCallback, useRef, useState } from "react";
import { ApiError } from "@/lib/http/client";

export type Action = {
  busy: boolean;
  error: ApiError | null;
  /** Runs one at a time; resolves to what `work` answers, or undefined when it was refused. */
  run<T>(work: () => Promise<T>): Promise<T | undefined>;
  clear(): void;
};

/** The state around one thing a person asks for: going on, refused with a reason, done. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const running = useRef(false);
  const run = useCallback(async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    if (running.current) return undefined;
    running.current = true;
    setBusy(true);
    setError(null);
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown);
      return undefined;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setError(null), []);
  return { busy, error, run, clear };
}
