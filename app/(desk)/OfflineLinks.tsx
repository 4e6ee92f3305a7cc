"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isOffline } from "@/lib/live/connection";
import { isHere, sayUnavailable } from "./sayUnavailable";

/** Keeps a person on the page they are working on when a link cannot be followed for want of a connection. */
export function OfflineLinks() {
  const router = useRouter();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0) return;
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || !isOffline()) return;
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || link.target === "_blank" || link.hasAttribute("download")) return;
      if (link.origin !== window.location.origin || isHere(link.href)) return;
      // Before the router hears of it.
      event.preventDefault();
      event.stopPropagation();
      const words = (link.textContent ?? "").trim().slice(0, 60);
      sayUnavailable(words, () => router.push(link.href.slice(link.origin.length)));
    };
    document.addEventListener("click", onClick, { capture: true });
    return () => document.removeEventListener("click", onClick, { capture: true });
  }, [router]);
  return null;
}
