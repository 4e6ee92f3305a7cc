import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Disk } from "./post";
import { packedChange, unpackedChange } from "./queuedChange";

interface Kept extends DBSchema {
  /** By `[userId, dossierId, id]`: another person at this browser never meets them. */
  changes: { key: [string, string, string]; value: unknown };
}

let opening: Promise<IDBPDatabase<Kept>> | undefined;

function database(): Promise<IDBPDatabase<Kept>> {
  const mine =
    opening ??
    openDB<Kept>("stet-outbox", 1, {
      upgrade: (db) => {
        db.createObjectStore("changes");
      },
      terminated: () => {
        opening = undefined;
      },
    });
  opening = mine;
  mine.catch(() => {
    opening = undefined;
  });
  return mine;
}

/** What one person did in one dossier and the server has not answered, in the browser (IndexedDB). */
export function outboxDisk(userId: string, dossierId: string): Disk {
  return {
    async all() {
      const db = await database();
      const range = IDBKeyRange.bound([userId, dossierId, ""], [userId, dossierId, "\uffff"]);
      return (await db.getAll("changes", range)).flatMap((kept) => unpackedChange(kept) ?? []);
    },
    async put(change) {
      const db = await database();
      await db.put("changes", packedChange(change), [userId, dossierId, change.id]);
    },
    async remove(id) {
      const db = await database();
      await db.delete("changes", [userId, dossierId, id]);
    },
  };
}

/** The dossiers in which this person has changes waiting, with how many were refused. Empty where nothing is kept. */
export async function dossiersWaiting(
  userId: string,
): Promise<{ dossierId: string; waiting: number; refused: number }[]> {
  try {
    const db = await database();
    const range = IDBKeyRange.bound([userId, "", ""], [userId, "\uffff", "\uffff"]);
    const counts = new Map<string, { waiting: number; refused: number }>();
    for (const kept of await db.getAll("changes", range)) {
      const change = unpackedChange(kept);
      if (!change) continue;
      const { waiting, refused } = counts.get(change.dossierId) ?? { waiting: 0, refused: 0 };
      const isRefused = change.refusal !== undefined;
      counts.set(change.dossierId, {
        waiting: waiting + (isRefused ? 0 : 1),
        refused: refused + (isRefused ? 1 : 0),
      });
    }
    return [...counts].map(([dossierId, count]) => ({ dossierId, ...count }));
  } catch {
    return [];
  }
}
