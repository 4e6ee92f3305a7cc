"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type AnnotationFilter, filterIn, withFilter } from "@/lib/desk/annotationFilter";

/** What is shown, as the address says it: a reload keeps it, and a colleague can be sent it. */
export function useFilter(): { filter: AnnotationFilter; setFilter: (filter: AnnotationFilter) => void } {
  const query = useSearchParams();
  const filter = useMemo(() => filterIn(query), [query]);
  const setFilter = useCallback((next: AnnotationFilter) => {
    changeQuery((now) => withFilter(now, next));
  }, []);
  return { filter, setFilter };
}

/** A yes or no of the desk that the address remembers, under a name. */
export function useFlagInAddress(name: string): [boolean, (isOn: boolean) => void] {
  const isOn = useSearchParams().get(name) === "1";
  const set = useCallback(
    (next: boolean) => {
      changeQuery((now) => {
        const query = new URLSearchParams(now);
        if (next) query.set(name, "1");
        else query.delete(name);
        return query;
      });
    },
    [name],
  );
  return [isOn, set];
}

/** Replaces the entry of the history: the way back leads out of the desk, not through its filters. */
function changeQuery(change: (query: URLSearchParams) => URLSearchParams): void {
  const query = change(new URLSearchParams(location.search)).toString();
  history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
}
