import { uuidv7 } from "uuidv7";
import { type Database, inTransaction, type Transaction } from "@/lib/db/client";
import { inboxItemsOfDigest, unreadOf } from "@/lib/inbox/queries";
import { presentPreferences } from "@/lib/preferences/present";
import { composeDigest } from "./compose";
import { dueAt, periodOf } from "./periods";
import { enqueueDigest } from "./schedule";
import { sendMail } from "./smtp";
import { smtpSettings } from "./smtpSettings";
import { unsubscribeToken } from "./unsubscribeToken";

/**
 * The job that e-mails a person what they have not read. The items are claimed, under one digest for each period,
 * before anything is sent: whoever else runs the same finds nothing left. A process that dies in between leaves an
 * open digest, which the next one sends under the same Message-ID.
 */
export async function sendDigest(
  db: Database,
  { userId }: { userId: string },
  now = new Date(),
): Promise<void> {
  const smtp = smtpSettings();
  if (!smtp) return;
  const digestId = await inTransaction(db, (tx) => claim(tx, userId, now));
  if (digestId === null) return;
  const items = await inboxItemsOfDigest(db, userId, digestId);
  if (items.length === 0) return close(db, digestId, "empty");
  const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const address = (process.env.NEXTAUTH_URL ?? "").replace(/\/$/, "");
  const token = encodeURIComponent(unsubscribeToken(userId));
  const page = `${address}/unsubscribe?token=${token}`;
  await sendMail(smtp, {
    ...composeDigest(items, { address, unsubscribe: page }),
    to: { name: user.name, address: user.email },
    messageId: `<${digestId}@${new URL(address).hostname}>`,
    unsubscribe: `${address}/api/unsubscribe?token=${token}`,
  });
  await close(db, digestId, "sent");
}

/** The digest to send now; null when there is none to send. */
async function claim(tx: Transaction, userId: string, now: Date): Promise<string | null> {
  // Two processes take turns here, whatever the queue believes.
  await tx.$executeRaw`SELECT 1 FROM preference WHERE user_id = ${userId}::uuid FOR UPDATE`;
  const user = await tx.user.findUnique({ where: { id: userId }, include: { preference: true } });
  const { mail, timeZone } = presentPreferences(user?.preference ?? null);
  if (!user || user.disabledAt || mail === "none") return null;
  const open = await tx.digest.findFirst({ where: { userId, status: "open" } });
  if (open) return open.id;
  const fresh = { ...unreadOf(userId), digestId: null };
  if ((await tx.inboxItem.count({ where: fresh })) === 0) return null;
  const id = uuidv7();
  const period = periodOf(mail, timeZone, now, id);
  const earlier = await tx.digest.findUnique({ where: { userId_period: { userId, period } } });
  if (earlier) {
    const next = dueAt(mail, timeZone, now);
    if (next) await enqueueDigest(tx, userId, next, false);
    return null;
  }
  await tx.digest.create({ data: { id, userId, period, createdAt: now } });
  await tx.inboxItem.updateMany({ where: fresh, data: { digestId: id } });
  return id;
}

async function close(db: Database, id: string, status: "sent" | "empty"): Promise<void> {
  await db.digest.update({ where: { id }, data: { status, sentAt: new Date() } });
}
