import { uuidv7 } from "uuidv7";
import type { Transaction } from "@/lib/db/client";
import { enqueue } from "@/lib/jobs/enqueue";
import { presentPreferences } from "@/lib/preferences/present";
import type { Preferences } from "@/lib/preferences/schema";
import { dueAt } from "./periods";

/**
 * Asks for the e-mail that will tell people of what has just come into their inboxes, in the same transaction. One
 * that is asked for already stays when it is due.
 */
export async function scheduleDigests(tx: Transaction, userIds: readonly string[], now: Date): Promise<void> {
  if (userIds.length === 0) return;
  const rows = await tx.preference.findMany({ where: { userId: { in: [...userIds] } } });
  for (const row of rows) {
    const { mail, timeZone } = presentPreferences(row);
    const runAt = dueAt(mail, timeZone, now);
    if (runAt) await enqueueDigest(tx, row.userId, runAt, true);
  }
}

type MailSetting = Pick<Preferences, "mail" | "timeZone">;

/**
 * Takes up a changed setting: what is unread when somebody begins to want e-mail stays out of it, since they saw it in
 * the inbox or chose not to; what waits is due by the new setting.
 */
export async function followMailSetting(
  tx: Transaction,
  userId: string,
  before: MailSetting,
  after: MailSetting,
): Promise<void> {
  const now = new Date();
  if (before.mail === "none") {
    const id = uuidv7();
    // One that was never sent, since they wanted no more, is from before, too.
    await tx.digest.updateMany({ where: { userId, status: "open" }, data: { status: "empty" } });
    await tx.digest.create({ data: { id, userId, period: `from ${now.toISOString()}`, status: "empty" } });
    await tx.inboxItem.updateMany({
      where: { userId, readAt: null, digestId: null },
      data: { digestId: id },
    });
    return;
  }
  const waits = await tx.inboxItem.count({ where: { userId, readAt: null, digestId: null } });
  const runAt = dueAt(after.mail, after.timeZone, now);
  if (waits > 0 && runAt) await enqueueDigest(tx, userId, runAt, false);
}

/** One job for each person, whatever the number of processes. @param keepsTime see `enqueue` */
export async function enqueueDigest(tx: Transaction, userId: string, runAt: Date, keepsTime: boolean) {
  const name = `digest:${userId}`;
  await enqueue(tx, "digest.send", { userId }, { queue: name, key: name, runAt, keepsTime });
}
