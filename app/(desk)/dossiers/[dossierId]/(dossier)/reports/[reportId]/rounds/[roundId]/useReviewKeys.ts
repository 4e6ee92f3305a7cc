"use client";

import { useEffect, useRef } from "react";
import { keysOf, takesKeys } from "@/lib/desk/keys";

/** Keys that go on while they are held; what decides is pressed for each. */
const HELD = ["j", "k", "n"];

/** Single keys for the page, in any script; none while one types, in a dialog, or with a modifier held. */
export function useReviewKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (takesKeys(event.target, event.key)) return;
      const key = keysOf(event, "ltr").find((name) => latest.current[name]);
      if (key === undefined || (event.repeat && !HELD.includes(key))) return;
      event.preventDefault();
      latest.current[key]?.();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
