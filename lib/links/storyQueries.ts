import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { linkEnd } from "./boardQueries";
import { chainThrough } from "./chains";
import { historyOf } from "./history";
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

async function linkHistory({ db }: Context, dossierId: string, linkId: string): Promise<LinkEvent[]> {
  const entries = await db.journalEntry.findMany({
    where: { dossierId, subjectType: "link", subjectId: linkId },
    orderBy: { seq: "asc" },
    select: { seq: true, at: true, actorId: true, type: true, payload: true },
  });
  return historyOf(entries);
}

/** How many links away a story may reach, and how many links are looked at. */
const FARTHEST = 12;
const MOST_LINKS = 400;

async function storyThrough({ db }: Context, dossierId: string, linkId: string): Promise<Story> {
  const near = await db.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE live AS (
      SELECT l.id, l.from_id, l.to_id FROM link l
      JOIN annotation f ON f.id = l.from_id AND f.deleted_at IS NULL
      JOIN annotation t ON t.id = l.to_id AND t.deleted_at IS NULL
      WHERE l.dossier_id = ${dossierId}::uuid AND l.deleted_at IS NULL
        AND l.relation::text IN ('qualifies', 'supersedes', 'disputes', 'contradicts', 'repeats')
    ), reached (annotation_id, depth) AS (
      SELECT from_id, 0 FROM live WHERE id = ${linkId}::uuid
      UNION
      SELECT CASE WHEN live.from_id = reached.annotation_id THEN live.to_id ELSE live.from_id END, depth + 1
      FROM reached JOIN live ON reached.annotation_id IN (live.from_id, live.to_id)
      WHERE depth < ${FARTHEST}
    ), places AS (SELECT annotation_id, min(depth) AS depth FROM reached GROUP BY 1)
    SELECT live.id FROM live JOIN places ON places.annotation_id = live.from_id
    ORDER BY places.depth, live.id LIMIT ${MOST_LINKS}`;
  const rows = await db.link.findMany({ where: { id: { in: near.map(({ id }) => id) } } });
  const links = rows.map(presentLink);
  const ends = await db.annotation.findMany({
    where: { id: { in: links.flatMap(({ from, to }) => [from, to]) } },
    include: { article: true },
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
  const steps: Story["steps"] = [];
  for (const { id, link } of places) {
    const row = endById.get(id ?? "");
    if (row) steps.push({ ...(await linkEnd(db, row)), link });
  }
  return { steps };
}
