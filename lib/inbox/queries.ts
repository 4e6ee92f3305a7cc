import type { z } from "zod";
import { requireReadScope } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { mentionedIn, plainMentions } from "@/lib/comments/mentions";
import type { Database } from "@/lib/db/client";
import type { Entry } from "@/lib/journal/entries";
import { presentEntry } from "@/lib/journal/tail";
import { type About, aboutOf } from "./present";
import { type InboxItem, type InboxPage, inboxItemSchema, type listInboxInput } from "./schema";

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
  const entries = await entriesOf(db, rows);
  const known = await whatTheyAreAbout(db, [...entries.values()]);
  const items = rows.flatMap((row): InboxItem[] => {
    const entry = entries.get(`${row.dossierId}:${row.journalSeq}`);
    const about = entry && aboutOf(entry);
    if (!about) return [];
    const { id, dossier, at, readAt } = row;
    const reason = inboxItemSchema.shape.reason.parse(row.reason);
    const told = { id, dossier, seq: row.journalSeq, reason, at: at.toISOString() };
    return [{ ...told, readAt: readAt?.toISOString() ?? null, ...known(entry, about) }];
  });
  const next = rows.length === limit ? (rows.at(-1)?.id ?? null) : null;
  return { items, next, unread: (await countUnread(context)).unread };
}

/** How many the caller has not read. */
export async function countUnread({ db, caller }: Context): Promise<{ unread: number }> {
  requireReadScope(caller);
  return { unread: await db.inboxItem.count({ where: { ...theirs(caller.id), readAt: null } }) };
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

type Known = Pick<InboxItem, "actor" | "on" | "article" | "about" | "comment">;

/** One query for each noun, whatever the length of the page. Answers how each entry's subject stands now. */
async function whatTheyAreAbout(db: Database, entries: readonly Entry[]) {
  const abouts = entries.map(aboutOf).filter((about) => about !== null);
  const idsOf = (type: About["type"]) => ({
    id: { in: abouts.filter((about) => about.type === type).map(({ id }) => id) },
  });
  const [users, annotations, links, reports, comments] = await Promise.all([
    db.user.findMany({
      select: { id: true, name: true },
      where: { id: { in: entries.map((e) => e.actorId) } },
    }),
    db.annotation.findMany({
      where: idsOf("annotation"),
      select: {
        id: true,
        exact: true,
        deletedAt: true,
        article: { select: { id: true, title: true, deletedAt: true } },
      },
    }),
    db.link.findMany({
      where: idsOf("link"),
      select: { id: true, deletedAt: true, from: { select: { exact: true } } },
    }),
    db.report.findMany({ where: idsOf("report"), select: { id: true, title: true, deletedAt: true } }),
    db.comment.findMany({
      where: { id: { in: abouts.flatMap(({ commentId }) => commentId ?? []) } },
      select: { id: true, body: true, deletedAt: true },
    }),
  ]);
  const nameOf = await namesIn(db, comments);
  return (entry: Entry, { type, id, commentId }: About): Known => {
    const actor = {
      id: entry.actorId,
      name: users.find((one) => one.id === entry.actorId)?.name ?? "Someone",
    };
    const annotation = type === "annotation" ? annotations.find((one) => one.id === id) : undefined;
    const link = type === "link" ? links.find((one) => one.id === id) : undefined;
    const report = type === "report" ? reports.find((one) => one.id === id) : undefined;
    const thing = annotation ?? link ?? report;
    const isDeleted = !thing || thing.deletedAt !== null || annotation?.article.deletedAt instanceof Date;
    const comment = comments.find((one) => one.id === commentId);
    return {
      actor,
      on: { type, id, isDeleted },
      article: annotation ? { id: annotation.article.id, title: annotation.article.title } : null,
      about: annotation?.exact ?? link?.from.exact ?? report?.title ?? null,
      comment: comment
        ? { id: comment.id, body: comment.deletedAt ? null : plainMentions(comment.body, nameOf) }
        : null,
    };
  };
}

/** The names, as they are now, of the people whom comments mention. */
async function namesIn(db: Database, comments: readonly { body: string }[]) {
  const ids = [...new Set(comments.flatMap(({ body }) => mentionedIn(body)))];
  const people =
    ids.length === 0
      ? []
      : await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (userId: string) => names.get(userId);
}
