import { type Database, openDatabase } from "@/lib/db/client";
import { Refusal as RefusedByStet } from "@/lib/http/refusal";
import { Refusal } from "./outcome";
import { readyDatabase } from "./readyDatabase";

/** Runs `work` on this installation's database, and lets go of it whatever happens. What Stet refuses is a refusal. */
export async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const { url, role, release } = await readyDatabase();
  const db = openDatabase(url, role);
  try {
    return await work(db);
  } catch (error) {
    if (error instanceof RefusedByStet) throw new Refusal(error.message);
    throw error;
  } finally {
    await db.$disconnect();
    await release();
  }
}
