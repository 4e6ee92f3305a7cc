import type { z } from "zod";
import type { Kind } from "@/lib/annotations/kinds";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { foldedName } from "./foldedName";
import { linkIds } from "./idQueries";
import { MOST_DRAWN, type Picture, type readPictureInput, type Statement } from "./pictureSchema";

/** As many characters of a passage as a mark's card shows; in a crowd fewer, so that the page is there at once. */
const SHOWN = 160;
const SHOWN_IN_CROWD = 60;
const CROWD = 1_500;

type EndRow = {
  id: string;
  articleId: string;
  kind: Kind;
  words: string;
  isCut: boolean;
  speaker: string | null;
  saidOn: string | null;
  publishedOn: string | null;
};

/**
 * What the timeline and the map of a dossier are drawn from. Reads the linked annotations only, and of each no more
 * than a mark shows: the rest of a large dossier never leaves the database. Everything comes in the order of ids.
 */
export async function readPicture(
  context: Context,
  { dossierId, ...filter }: z.output<typeof readPictureInput>,
): Promise<Picture> {
  const { db } = context;
  await requireReader(context, dossierId);
  const { ids, total } = await linkIds(context, dossierId, filter, { limit: MOST_DRAWN });
  const shown = ids.length > CROWD ? SHOWN_IN_CROWD : SHOWN;
  const [links, ends] = await Promise.all([
    db.$queryRaw<Picture["links"]>`
      SELECT id, from_id AS "from", to_id AS "to", relation::text, strength::text, same_event::text AS "sameEvent",
        status::text
      FROM link WHERE id = ANY(${ids}::uuid[]) ORDER BY id`,
    db.$queryRaw<EndRow[]>`
      SELECT a.id, a.article_id AS "articleId", a.kind::text, left(a.exact, ${shown}::int) AS words,
        length(a.exact) > ${shown}::int AS "isCut", a.attributes->>'speaker' AS speaker,
        a.attributes->>'saidOn' AS "saidOn", b.published_on::text AS "publishedOn"
      FROM annotation a JOIN article b ON b.id = a.article_id
      WHERE a.id IN (
        SELECT from_id FROM link WHERE id = ANY(${ids}::uuid[])
        UNION SELECT to_id FROM link WHERE id = ANY(${ids}::uuid[]))
      ORDER BY a.id`,
  ]);
  const articles = await db.article.findMany({
    where: { id: { in: [...new Set(ends.map(({ articleId }) => articleId))] } },
    select: { id: true, title: true, outlet: true, publishedOn: true, direction: true },
    orderBy: { id: "asc" },
  });
  return {
    articles: articles.map((one) => ({
      ...one,
      publishedOn: one.publishedOn?.toISOString().slice(0, 10) ?? null,
    })),
    statements: presented(ends),
    links,
    total,
  };
}

function presented(ends: readonly EndRow[]): Statement[] {
  const speakerOf = usualSpelling(ends.map(({ speaker }) => speaker));
  return ends.map(({ id, articleId, kind, words, isCut, speaker, saidOn, publishedOn }) => ({
    ...{ id, articleId, kind, words: isCut ? `${words.trimEnd()} …` : words },
    speaker: speakerOf(speaker),
    day: saidOn ?? publishedOn,
    dayIs: saidOn ? "said" : publishedOn ? "published" : null,
  }));
}

/** Spellings of one name as the one used most: a speaker is one lane and one node. */
function usualSpelling(names: readonly (string | null)[]): (name: string | null) => string | null {
  const counts = new Map<string, number>();
  for (const name of names) if (name) counts.set(name, (counts.get(name) ?? 0) + 1);
  const usual = new Map<string, string>();
  const byUse = [...counts].toSorted(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));
  for (const [name] of byUse) if (!usual.has(foldedName(name))) usual.set(foldedName(name), name);
  return (name) => (name && foldedName(name) && usual.get(foldedName(name))) || null;
}
