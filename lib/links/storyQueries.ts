import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { Prisma } from "@/lib/db/generated/client";
import { chainThrough } from "./chains";
import { linkWithEnds } from "./filterQueries";
import { historyOf } from "./history";
import { linkEnd, readForEnds, withArticle } from "./passageQueries";
import { presentLink } from "./present";
import { readLink } from "./queries";
import type { LinkAround, LinkEvent, linkParams, Story } from "./schema";

/** What happened to a link, and the story that it is part of. */
export async function readLinkAround(
  context: Context,
  { linkId }: z.infer<typeof linkParams>,
): Promise<LinkAround> {
  const { dossierId } = await readLink(context, { linkId });
  const [history, story] = [
    await linkHistory(context, dossierId, linkId),
    await storyThrough(context, dossierId, linkId),
  ];
  return { history, story };
}

/** Of a link that was changed more often, the latest are told. */
const MOST_EVENTS = 200;

async function linkHistory({ db }: Context, dossierId: string, linkId: string): Promise<LinkEvent[]> {
  const entries = await db.journalEntry.findMany({
    where: { dossierId, subjectType: "link", subjectId: linkId },
    orderBy: { seq: "desc" },
    // One more than is told: what the oldest told one changed shows only against the entry before it.
    take: MOST_EVENTS + 1,
    select: { seq: true, at: true, actorId: true, type: true, payload: true },
  });
  return historyOf(entries.toReversed()).slice(-MOST_EVENTS);
}

/** How many links away a story may reach, and how many links are looked at. */
const FARTHEST = 12;
const MOST_LINKS = 400;

type Edge = { id: string; from: string; to: string };

/**
 * The links that tell stories around one, the nearest first. Goes outwards one step at a time and takes every
 * passage once: links between the same few passages have endless walks, but few places.
 */
async function linksAround(db: Context["db"], dossierId: string, linkId: string): Promise<string[]> {
  const found = new Set<string>();
  const passages = new Set<string>();
  let newest: string[] = [];
  for (let away = 0; away <= FARTHEST && found.size < MOST_LINKS; away++) {
    const isNear =
      away === 0
        ? Prisma.sql`l.id = ${linkId}::uuid`
        : Prisma.sql`(l.from_id = ANY(${newest}::uuid[]) OR l.to_id = ANY(${newest}::uuid[]))`;
    const edges = await db.$queryRaw<Edge[]>`
      SELECT l.id, l.from_id AS "from", l.to_id AS "to" ${linkWithEnds}
      WHERE l.dossier_id = ${dossierId}::uuid AND l.deleted_at IS NULL AND ${isNear}
        AND l.relation::text IN ('qualifies', 'supersedes', 'disputes', 'contradicts', 'repeats')
        AND NOT l.id = ANY(${[...found]}::uuid[])
      ORDER BY l.id LIMIT ${MOST_LINKS - found.size}`;
    for (const { id } of edges) found.add(id);
    newest = [...new Set(edges.flatMap(({ from, to }) => [from, to]))].filter((id) => !passages.has(id));
    for (const id of newest) passages.add(id);
    if (newest.length === 0) break;
  }
  return [...found];
}

async function storyThrough({ db }: Context, dossierId: string, linkId: string): Promise<Story> {
  const near = await linksAround(db, dossierId, linkId);
  const rows = await db.link.findMany({ where: { id: { in: near } } });
  const links = rows.map(presentLink);
  const ends = await db.annotation.findMany({
    where: { id: { in: links.flatMap(({ from, to }) => [from, to]) } },
    ...withArticle,
  });
  const endById = new Map(ends.map((end) => [end.id, end]));
  const dayOf = (id: string): string | null => {
    const end = endById.get(id);
    const said = (end?.attributes ?? {}) as Record<string, unknown>;
    for (const day of [said.saidOn, said.asOf]) if (typeof day === "string") return day;
    return end?.article.publishedOn?.toISOString().slice(0, 10) ?? null;
  };
  const chain = chainThrough(linkId, links, dayOf);
  const linkById = new Map(links.map((link) => [link.id, link]));
  const places = [
    { id: chain[0]?.earlier, link: null },
    ...chain.map((step) => ({ id: step.later, link: linkById.get(step.linkId) ?? null })),
  ];
  await readForEnds(
    db,
    places.flatMap(({ id }) => endById.get(id ?? "") ?? []),
  );
  const steps: Story["steps"] = [];
  for (const { id, link } of places) {
    const row = endById.get(id ?? "");
    if (row) steps.push({ ...(await linkEnd(db, row)), link });
  }
  return { steps };
}
