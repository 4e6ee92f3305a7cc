"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { type AnnotationFilter, filterIn, withFilter } from "@/lib/desk/annotationFilter";
import { usePane } from "./paneContext";

/** What is shown, as the address says it: a reload keeps it, and a colleague can be sent it. */
export function useFilter(): { filter: AnnotationFilter; setFilter: (filter: AnnotationFilter) => void } {
  const pane = usePane();
  // Two desks share one address: each keeps its filter, an address of its own, under one name.
  const name = pane && `${pane.side}Shown`;
  const query = useSearchParams();
  const said = name ? (query.get(name) ?? "") : query.toString();
  const filter = useMemo(() => filterIn(new URLSearchParams(said)), [said]);
  const setFilter = useCallback(
    (next: AnnotationFilter) => {
      changeQuery((now) => {
        if (!name) return withFilter(now, next);
        const own = withFilter(new URLSearchParams(), next).toString();
        const changed = new URLSearchParams(now);
        if (own) changed.set(name, own);
        else changed.delete(name);
        return changed;
      });
    },
    [name],
  );
  return { filter, setFilter };
}

/** A yes or no of the desk that the address remembers, under a name. */
export function useFlagInAddress(flag: string): [boolean, (isOn: boolean) => void] {
  const pane = usePane();
  const name = pane ? `${pane.side}-${flag}` : flag;
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
