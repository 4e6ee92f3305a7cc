"use client";

import { useEffect, useState } from "react";
import { formatReviewFilter, parseReviewFilter, type ReviewFilter } from "./reviewFilter";

/** The filter that the address carries: showing another writes it there, and the way back reads it again. */
export function useReviewFilter(initial: ReviewFilter): [ReviewFilter, (next: ReviewFilter) => void] {
  const [filter, setFilter] = useState(initial);
  useEffect(() => {
    const hear = () => setFilter(parseReviewFilter(new URLSearchParams(window.location.search)));
    window.addEventListener("popstate", hear);
    return () => window.removeEventListener("popstate", hear);
  }, []);
  const show = (next: ReviewFilter) => {
    setFilter(next);
    const query = formatReviewFilter(next);
    const { pathname, hash } = window.location;
    window.history.replaceState(null, "", `${pathname}${query && `?${query}`}${hash}`);
  };
  return [filter, show];
}
