import { requireReadScope } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { presentPreferences } from "./present";
import type { StoredPreferences } from "./schema";

/** The caller's own preferences; nobody else's can be asked for. @throws Refusal `forbidden` for a token of no scope */
export async function readPreferences({ db, caller }: Context): Promise<StoredPreferences> {
  requireReadScope(caller);
  return presentPreferences(await db.preference.findUnique({ where: { userId: caller.id } }));
}
