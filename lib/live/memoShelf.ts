import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** Something typed that the server has not confirmed: one Yjs update. */
export type KeptUpdate = { key: number; update: Uint8Array };

/** Where what is typed into one memo is kept in this browser until the server has it, tab or no tab. */
export type MemoShelf = {
  read(): Promise<KeptUpdate[]>;
  /** Answers null where the browser keeps nothing: then the words live as long as the page. */
  add(update: Uint8Array): Promise<number | null>;
  remove(keys: readonly number[]): Promise<void>;
};

interface Shelves extends DBSchema {
  updates: { key: number; value: { of: string; update: Uint8Array }; indexes: { of: string } };
}

let database: Promise<IDBPDatabase<Shelves>> | undefined;

function shelves(): Promise<IDBPDatabase<Shelves>> {
  if (database) return database;
  const opening = openDB<Shelves>("stet-memos", 1, {
    upgrade(db) {
      db.createObjectStore("updates", { autoIncrement: true }).createIndex("of", "of");
    },
    terminated() {
      database = undefined;
    },
  });
  database = opening;
  // A browser may fail once: the next words try again.
  opening.catch(() => {
    database = undefined;
  });
  return opening;
}

/** One person's shelf for one report: who signs in after them at this browser neither sees nor sends it. */
export function memoShelf(userId: string, reportId: string): MemoShelf {
  const of = `${userId}:${reportId}`;
  return {
    read: () =>
      guarded(async () => {
        const all = (await shelves()).transaction("updates").store.index("of").iterate(of);
        const kept: KeptUpdate[] = [];
        for await (const { primaryKey, value } of all) kept.push({ key: primaryKey, update: value.update });
        return kept;
      }, []),
    add: (update) =>
      guarded<number | null>(async () => (await shelves()).add("updates", { of, update }), null),
    remove: (keys) =>
      guarded(async () => {
        const { store, done } = (await shelves()).transaction("updates", "readwrite");
        await Promise.all([...keys.map((key) => store.delete(key)), done]);
      }, undefined),
  };
}

async function guarded<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch {
    return otherwise;
  }
}
