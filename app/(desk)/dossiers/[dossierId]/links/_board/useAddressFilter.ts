"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { formatFilter, type LinkFilter, parseFilter } from "@/lib/links/filter";

/** The filter that the address carries: showing another writes it there, and the way back reads it again. */
export function useAddressFilter(initial: LinkFilter, onChange: () => void = () => {}) {
  const [filter, setFilter] = useState(initial);
  const back = useEffectEvent(() => {
    setFilter(parseFilter(window.location.search));
    onChange();
  });
  useEffect(() => {
    const hear = () => back();
    window.addEventListener("popstate", hear);
    return () => window.removeEventListener("popstate", hear);
  }, []);
  const show = (next: LinkFilter) => {
    setFilter(next);
    onChange();
    const query = formatFilter(next);
    window.history.replaceState(null, "", query ? `?${query}` : window.location.pathname);
  };
  return [filter, show] as const;
}
