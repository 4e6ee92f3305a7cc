import { draftPrefix, type KeptDraft, packedDraft, unpackedDraft } from "@/lib/desk/keptDraft";

/**
 * Drafts are kept in localStorage: it is written before the page goes, which a browser does not promise of IndexedDB
 * on `pagehide`; drafts are few and short.
 */
export type DraftShelf = {
  read(key: string): KeptDraft | null;
  /** Keeps it a moment after the last call, and at once when the page goes. */
  keep(key: string, draft: KeptDraft): void;
  remove(key: string): void;
  /** All of this person and dossier, oldest first; the same list until something changes. */
  all(): readonly ShelvedDraft[];
  subscribe(listener: () => void): () => void;
};
export type ShelvedDraft = KeptDraft & { key: string };

const PAUSE_MS = 250;
const shelves = new Map<string, DraftShelf>();

/** The shelf of one person in one dossier; one for a tab. */
export function draftShelf(userId: string, dossierId: string): DraftShelf {
  const prefix = draftPrefix(userId, dossierId);
  const shelf = shelves.get(prefix) ?? createShelf(prefix);
  shelves.set(prefix, shelf);
  return shelf;
}

function createShelf(prefix: string): DraftShelf {
  const waiting = new Map<string, KeptDraft>();
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let list: readonly ShelvedDraft[] | null = null;

  const changed = () => {
    list = null;
    for (const listener of [...listeners]) listener();
  };
  const write = () => {
    clearTimeout(timer);
    if (waiting.size === 0) return;
    for (const [key, draft] of waiting) {
      const packed = packedDraft(draft);
      if (packed !== null) store(prefix + key, packed);
    }
    waiting.clear();
    changed();
  };
  const read = (key: string) => waiting.get(key) ?? unpackedDraft(stored(prefix + key));

  if (typeof window !== "undefined") {
    window.addEventListener("pagehide", write);
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") write();
    });
    window.addEventListener("storage", (event) => {
      if (event.key === null || event.key.startsWith(prefix)) changed();
    });
  }

  return {
    read,
    keep(key, draft) {
      waiting.set(key, draft);
      clearTimeout(timer);
      timer = setTimeout(write, PAUSE_MS);
    },
    remove(key) {
      const isThere = waiting.delete(key) || stored(prefix + key) !== null;
      if (!isThere) return;
      store(prefix + key, null);
      changed();
    },
    all() {
      list ??= storedKeys(prefix)
        .flatMap((key) => {
          const draft = unpackedDraft(stored(prefix + key));
          return draft ? [{ key, ...draft }] : [];
        })
        .sort((a, b) => (a.at < b.at ? -1 : 1));
      return list;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A browser that keeps nothing, or has no room left, throws: what is typed then lives as long as the page. */
function guarded<T>(work: () => T, otherwise: T): T {
  try {
    return typeof window === "undefined" ? otherwise : work();
  } catch {
    return otherwise;
  }
}

const stored = (key: string) => guarded(() => localStorage.getItem(key), null);

function store(key: string, value: string | null): void {
  guarded(
    () => (value === null ? localStorage.removeItem(key) : localStorage.setItem(key, value)),
    undefined,
  );
}

function storedKeys(prefix: string): string[] {
  const keys = guarded(() => Object.keys(localStorage), []);
  return keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length));
}
