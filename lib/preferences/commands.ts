import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { inTransaction } from "@/lib/db/client";
import { followMailSetting } from "@/lib/digests/schedule";
import { Refusal } from "@/lib/http/refusal";
import { presentPreferences } from "./present";
import type { changePreferencesInput, StoredPreferences } from "./schema";

/**
 * Changes the caller's own preferences. They are about a person, not a dossier: nothing of it is in a journal.
 * @throws Refusal `stale` with the `current` preferences, `forbidden` for a token that may not write
 */
export async function changePreferences(
  { db, caller }: Context,
  { version, ...changed }: z.infer<typeof changePreferencesInput>,
): Promise<StoredPreferences> {
  if (!caller.scopes.includes("write")) {
    throw new Refusal("forbidden", 'This token does not carry the scope "write".');
  }
  return inTransaction(db, async (tx) => {
    const userId = caller.id;
    // Makes the row of who has none, so that there is one to lock: two tabs may write their first at once.
    await tx.$executeRaw`INSERT INTO preference (user_id) VALUES (${userId}::uuid) ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`SELECT 1 FROM preference WHERE user_id = ${userId}::uuid FOR UPDATE`;
    const row = await tx.preference.findUniqueOrThrow({ where: { userId } });
    const { version: now, updatedAt: _, ...values } = presentPreferences(row);
    if (now !== version) {
      throw new Refusal("stale", "You changed your settings elsewhere since. Nothing was overwritten.", {
        current: presentPreferences(row),
      });
    }
    const given = Object.entries(changed).filter(([, value]) => value !== undefined);
    const wished = { ...values, ...Object.fromEntries(given) };
    if (wished.mail !== values.mail || wished.timeZone !== values.timeZone) {
      await followMailSetting(tx, userId, values, wished);
    }
    const data = { values: wished, version: { increment: 1 } };
    return presentPreferences(
      await tx.preference.update({ where: { userId }, data: { ...data, updatedAt: new Date() } }),
    );
  });
}
