import type { z } from "zod";
import { requireReader } from "@/lib/auth/access";
import type { Context } from "@/lib/auth/caller";
import { isFlagged } from "./ends";
import { linkIds } from "./idQueries";
import { linkEnd, readForEnds, withArticle } from "./passageQueries";
import { presentLink } from "./present";
import type { BoardPage, BoardRow, readBoardInput } from "./schema";

/** A page of the board: links that a filter lets through, with both passages in their contexts. */
export async function readBoard(
  context: Context,
  { dossierId, limit, after, link: only, ...filter }: z.output<typeof readBoardInput>,
): Promise<BoardPage> {
  await requireReader(context, dossierId);
  const { ids, next, total } = await linkIds(context, dossierId, filter, { limit, after, only });
  return { items: await boardRows(context, ids), next, total };
}

/** Cards for links, in the order of their ids. Links that are gone are left out. */
async function boardRows({ db }: Context, ids: readonly string[]): Promise<BoardRow[]> {
  const rows = await db.link.findMany({
    where: { id: { in: [...ids] } },
    include: { from: withArticle, to: withArticle },
  });
  await readForEnds(
    db,
    rows.flatMap(({ from, to }) => [from, to]),
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const cards: BoardRow[] = [];
  for (const id of ids) {
    const row = byId.get(id);
    if (!row) continue;
    const link = presentLink(row);
    const from = await linkEnd(db, row.from);
    const to = await linkEnd(db, row.to);
    cards.push({ link, flagged: isFlagged(link, from.annotation, to.annotation), from, to });
  }
  return cards;
}
