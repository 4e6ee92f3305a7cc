import { mentionedIn, plainMentions } from "@/lib/comments/mentions";
import type { Database } from "@/lib/db/client";
import type { Entry } from "@/lib/journal/entries";
import { STET_ID, STET_NAME } from "@/lib/journal/stetItself";
import { returnedItems } from "./model";
import { type About, aboutOf } from "./present";
import type { InboxItem } from "./schema";

type Known = Pick<InboxItem, "actor" | "on" | "article" | "about" | "comment" | "round" | "words" | "count">;
type Place = { about: About; round: InboxItem["round"]; count: number };

/**
 * How the subject of each entry stands now, for the person told of it; null for entries nobody is told of. One query
 * for each noun, whatever the number of entries.
 */
export async function whatTheyAreAbout(
  db: Database,
  userId: string,
  entries: readonly Entry[],
): Promise<(entry: Entry) => Known | null> {
  const places = await placesOf(db, userId, entries);
  const abouts = [...places.values()].map(({ about }) => about);
  const idsOf = (type: About["type"]) => ({
    id: { in: abouts.filter((about) => about.type === type).map(({ id }) => id) },
  });
  const passage = { select: { id: true, title: true, deletedAt: true } };
  const [users, annotations, links, reports, webhooks, comments] = await Promise.all([
    db.user.findMany({
      select: { id: true, name: true },
      where: { id: { in: entries.map((e) => e.actorId) } },
    }),
    db.annotation.findMany({
      where: idsOf("annotation"),
      select: { id: true, exact: true, deletedAt: true, article: passage },
    }),
    db.link.findMany({
      where: idsOf("link"),
      select: { id: true, deletedAt: true, from: { select: { exact: true } } },
    }),
    db.report.findMany({ where: idsOf("report"), select: { id: true, title: true, deletedAt: true } }),
    db.webhook.findMany({ where: idsOf("webhook"), select: { id: true, url: true, deletedAt: true } }),
    db.comment.findMany({
      where: { id: { in: abouts.flatMap(({ commentId }) => commentId ?? []) } },
      select: { id: true, body: true, deletedAt: true },
    }),
  ]);
  const nameOf = await namesIn(db, comments);
  const actorOf = ({ actorId: id }: Entry) => {
    const name = id === STET_ID ? STET_NAME : users.find((one) => one.id === id)?.name;
    return { id, name: name ?? "Someone" };
  };
  return (entry) => {
    const place = places.get(entry);
    if (!place || place.about.type === "round") return null;
    const { type, id, commentId, words } = place.about;
    const annotation = type === "annotation" ? annotations.find((one) => one.id === id) : undefined;
    const link = type === "link" ? links.find((one) => one.id === id) : undefined;
    const report = type === "report" ? reports.find((one) => one.id === id) : undefined;
    const webhook = type === "webhook" ? webhooks.find((one) => one.id === id) : undefined;
    const thing = annotation ?? link ?? report ?? webhook;
    const isDeleted = !thing || thing.deletedAt !== null || annotation?.article.deletedAt instanceof Date;
    const comment = comments.find((one) => one.id === commentId);
    const origin = webhook && new URL(webhook.url).origin;
    return {
      actor: actorOf(entry),
      on: { type, id, isDeleted },
      article: annotation ? { id: annotation.article.id, title: annotation.article.title } : null,
      about: annotation?.exact ?? link?.from.exact ?? report?.title ?? origin ?? null,
      comment: comment
        ? { id: comment.id, body: comment.deletedAt ? null : plainMentions(comment.body, nameOf) }
        : null,
      ...{ round: place.round, words, count: place.count },
    };
  };
}

/**
 * Where each entry leads. What happens to a round is about its report, but for one returned passage or link: then it
 * is about that one, and the words are why.
 */
async function placesOf(db: Database, userId: string, entries: readonly Entry[]): Promise<Map<Entry, Place>> {
  const abouts = entries.flatMap((entry) => {
    const about = aboutOf(entry);
    return about ? [{ entry, about }] : [];
  });
  const roundIds = abouts.flatMap(({ about }) => (about.type === "round" ? [about.id] : []));
  const rounds = await db.round.findMany({
    where: { id: { in: roundIds } },
    select: {
      ...{ id: true, number: true, reportId: true },
      items: { where: { makers: { has: userId } }, select: { type: true, itemId: true } },
    },
  });
  return new Map(
    abouts.flatMap(({ entry, about }): [Entry, Place][] => {
      if (about.type !== "round") return [[entry, { about, round: null, count: 1 }]];
      const found = rounds.find(({ id }) => id === about.id);
      if (!found) return [];
      const { id, number, reportId } = found;
      const round = { id, number, reportId };
      const items = found.items.map(({ type, itemId }) => ({ type, id: itemId }));
      const decisions = entry.type === "round.decided" ? entry.payload.items : [];
      const mine = returnedItems(decisions, items);
      const [only] = mine;
      if (only && mine.length === 1) {
        const why = decisions.find((one) => one.type === only.type && one.id === only.id)?.reason ?? null;
        return [[entry, { about: { ...only, commentId: null, words: why }, round, count: 1 }]];
      }
      return [[entry, { about: { ...about, type: "report", id: reportId }, round, count: mine.length }]];
    }),
  );
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
