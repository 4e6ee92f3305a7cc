"use client";

import { useRef, useSyncExternalStore } from "react";
import type { Actor } from "@/lib/auth/policy";
import type { DossierState } from "@/lib/journal/apply";
import { useTab } from "./DossierProvider";
import type { DossierStore, DossierView } from "./store";

/**
 * A part of the dossier, live. Renders again only when that part changes: what a selector returns is compared
 * field by field (one level deep), so it may build an object or a list anew each time. A selector of something
 * large that is not built anew, such as `state.annotations`, gives `Object.is` as `isEqual`.
 */
export function useDossier<T>(
  selector: (state: DossierState) => T,
  isEqual?: (before: T, after: T) => boolean,
): T {
  return useView((view) => selector(view.state), isEqual);
}

/** The same over everything a store shows: connection, and what is not saved yet. */
export function useView<T>(
  selector: (view: DossierView) => T,
  isEqual: (before: T, after: T) => boolean = isShallowEqual,
): T {
  const { store } = useTab();
  const kept = useRef<{ view: DossierView; selector: (view: DossierView) => T; value: T } | null>(null);
  const read = () => {
    const view = store.getView();
    const last = kept.current;
    if (last && last.view === view && last.selector === selector) return last.value;
    const fresh = selector(view);
    const value = last && isEqual(last.value, fresh) ? last.value : fresh;
    kept.current = { view, selector, value };
    return value;
  };
  return useSyncExternalStore(store.subscribe, read, read);
}

/** The store itself, for changes. */
export function useDossierStore(): DossierStore {
  return useTab().store;
}

/** Who is looking, with their role here: what `can()` asks for. Someone removed meanwhile can only read. */
export function useActor(): Actor {
  const { userId } = useTab();
  return useDossier((state): Actor => ({ userId, role: state.members[userId]?.role ?? "viewer" }));
}

function isShallowEqual(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => Object.is(item, b[i]));
  }
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) =>
    Object.is((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key] ?? undefined),
  );
}
