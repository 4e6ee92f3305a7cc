import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import { packedStack, unpackedStack } from "@/lib/desk/stepSchema";
import { emptyStack, type UndoStack } from "@/lib/desk/undoStack";

interface Kept extends DBSchema {
  /** By `[userId, dossierId]`: another person at this browser never meets them. */
  undo: { key: [string, string]; value: unknown };
}

/** Where the undo stack of one person in one dossier is kept. */
export type UndoKeeper = {
  /** Changes the stack and answers what it has become. No other tab comes between reading and writing. */
  update(change: (stack: UndoStack) => UndoStack): Promise<UndoStack>;
};

let opening: Promise<IDBPDatabase<Kept> | null> | undefined;

/** Null in a browser that keeps nothing (some private windows): undo then lives as long as the page. */
function database(): Promise<IDBPDatabase<Kept> | null> {
  opening ??= openDB<Kept>("stet", 1, {
    upgrade: (db) => {
      db.createObjectStore("undo");
    },
    terminated: () => {
      opening = undefined;
    },
  }).catch(() => null);
  return opening;
}

/** Keeps the stack in the browser (IndexedDB), across reloads and for all tabs of this person. */
export function keepUndo(userId: string, dossierId: string): UndoKeeper {
  let inMemory = emptyStack;
  return {
    async update(change) {
      const db = await database();
      if (!db) {
        inMemory = change(inMemory);
        return inMemory;
      }
      const key: [string, string] = [userId, dossierId];
      const transaction = db.transaction("undo", "readwrite");
      const before = unpackedStack(await transaction.store.get(key));
      const after = change(before);
      if (after !== before) await transaction.store.put(packedStack(after), key);
      await transaction.done;
      return after;
    },
  };
}

/** Forgets every stack of a person: they sign out. */
export async function forgetUndo(userId: string): Promise<void> {
  const db = await database();
  await db?.delete("undo", IDBKeyRange.bound([userId, ""], [userId, "\uffff"]));
}
