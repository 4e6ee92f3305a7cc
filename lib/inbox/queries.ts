import type { z } from "zod";
import { requireReadScope } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import type { Database } from "@/lib/db/client";
import type { InboxItem as InboxItemRow } from "@/lib/db/generated/client";
import type { Entry } from "@/lib/journal/entries";
import { presentEntry } from "@/lib/journal/tail";
import { type InboxItem, type InboxPage, inboxItemSchema, type listInboxInput } from "./schema";
import { whatTheyAreAbout } from "./subjectQueries";

/** What the caller was told of, newest first; only of dossiers they are still in. */
export async function listInbox(
  context: Context,
  { unread: onlyUnread, limit, after }: z.output<typeof listInboxInput>,
): Promise<InboxPage> {
  const { db, caller } = context;
  requireReadScope(caller);
  const rows = await db.inboxItem.findMany({
    where: { ...theirs(caller.id), id: { lt: after }, ...(onlyUnread && { readAt: null }) },
    orderBy: { id: "desc" },
    take: limit,
    include: { dossier: { select: { id: true, title: true } } },
  });
  const items = await presentItems(db, caller.id, rows);
  const next = rows.length === limit ? (rows.at(-1)?.id ?? null) : null;
  return { items, next, unread: (await countUnread(context)).unread };
}

type ItemRow = Omit<InboxItemRow, "userId" | "digestId"> & { dossier: InboxItem["dossier"] };

async function presentItems(db: Database, userId: string, rows: readonly ItemRow[]): Promise<InboxItem[]> {
  const entries = await entriesOf(db, rows);
  const known = await whatTheyAreAbout(db, userId, [...entries.values()]);
  return rows.flatMap((row): InboxItem[] => {
    const entry = entries.get(`${row.dossierId}:${row.journalSeq}`);
    const about = entry && known(entry);
    if (!about) return [];
    const { id, dossier, at, readAt } = row;
    const reason = inboxItemSchema.shape.reason.parse(row.reason);
    const told = { id, dossier, seq: row.journalSeq, reason, at: at.toISOString() };
    return [{ ...told, readAt: readAt?.toISOString() ?? null, ...about }];
  });
}

/** How many the caller has not read. */
export async function countUnread({ db, caller }: Context): Promise<{ unread: number }> {
  requireReadScope(caller);
  return { unread: await db.inboxItem.count({ where: unreadOf(caller.id) }) };
}

/** What somebody has not read, of the dossiers they are in. */
export function unreadOf(userId: string) {
  return { ...theirs(userId), readAt: null };
}

/** What of an e-mail's items is still to be told: unread, and of dossiers that the person is still in. Newest first. */
export async function inboxItemsOfDigest(
  db: Database,
  userId: string,
  digestId: string,
): Promise<InboxItem[]> {
  const rows = await db.inboxItem.findMany({
    where: { ...unreadOf(userId), digestId },
    orderBy: { id: "desc" },
    include: { dossier: { select: { id: true, title: true } } },
  });
  return presentItems(db, userId, rows);
}

function theirs(userId: string) {
  return { userId, dossier: { deletedAt: null, members: { some: { userId } } } };
}

async function entriesOf(
  db: Database,
  rows: readonly { dossierId: string; journalSeq: number }[],
): Promise<Map<string, Entry>> {
  const places = rows.map(({ dossierId, journalSeq: seq }) => ({ dossierId, seq }));
  const found = await db.journalEntry.findMany({ where: { OR: places } });
  return new Map(found.map((row) => [`${row.dossierId}:${row.seq}`, presentEntry(row)]));
}
