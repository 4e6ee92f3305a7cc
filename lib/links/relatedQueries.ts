import type { z } from "zod";
import { readAnnotation } from "@/lib/annotations/queries";
import type { annotationParams } from "@/lib/annotations/schema";
import type { Context } from "@/lib/auth/caller";
import { normalUnit } from "./figureDifference";
import { foldedName } from "./foldedName";
import { linkEnd, readForEnds, withArticle } from "./passageQueries";
import { quantitiesIn } from "./quantities";
import type { Related } from "./schema";

const MOST_OF_EACH = 50;
/** Of more passages of a speaker, or more that have a figure, than this, the newest. */
const MOST_COMPARED = 2_000;
/** Figures are looked for in so many characters of a passage. */
const MOST_READ = 5_000;

type Candidate = { id: string; exact: string; attributes: Record<string, unknown> };

/**
 * Who else said this: passages of the dossier with the same speaker, however the name is spelt, or with the same
 * figure in the same unit, whether it stands in the attributes or in the words.
 */
export async function readRelated(
  context: Context,
  { annotationId }: z.infer<typeof annotationParams>,
): Promise<Related> {
  const own = await readAnnotation(context, { annotationId });
  const speaker = foldedName(own.attributes.speaker);
  const figures = figuresOf(own);
  const candidates = figures.length === 0 ? [] : await withFigures(context.db, own);
  const sameFigure = candidates
    .filter((candidate) => figuresOf(candidate).some((figure) => figures.includes(figure)))
    .map(({ id }) => id);
  // Read apart: in a large dossier the many passages with a figure would crowd out the few of one speaker.
  const spoken = speaker === "" ? [] : await saidBy(context.db, own, speaker);
  const sameSpeaker = spoken.filter((id) => !sameFigure.includes(id));
  const chosen = [
    ...sameFigure.slice(0, MOST_OF_EACH).map((id) => ({ id, same: "figure" as const })),
    ...sameSpeaker.slice(0, MOST_OF_EACH).map((id) => ({ id, same: "speaker" as const })),
  ];
  const rows = await context.db.annotation.findMany({
    where: { id: { in: chosen.map(({ id }) => id) } },
    ...withArticle,
  });
  await readForEnds(context.db, rows);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items: Related["items"] = [];
  for (const { id, same } of chosen) {
    const row = byId.get(id);
    if (row) items.push({ ...(await linkEnd(context.db, row)), same });
  }
  return { items, total: sameFigure.length + sameSpeaker.length };
}

type Own = { id: string; dossierId: string };

/** The other passages that have a digit or a value, the newest first: only they can have the same figure. */
async function withFigures(db: Context["db"], { id, dossierId }: Own): Promise<Candidate[]> {
  return db.$queryRaw<Candidate[]>`
    SELECT a.id, left(a.exact, ${MOST_READ}::int) AS exact, a.attributes
    FROM annotation a JOIN article ON article.id = a.article_id AND article.deleted_at IS NULL
    WHERE a.dossier_id = ${dossierId}::uuid AND a.deleted_at IS NULL AND a.id <> ${id}::uuid
      AND (a.kind = 'figure' OR a.exact ~ '[[:digit:]٠-٩۰-۹]')
    ORDER BY a.id DESC LIMIT ${MOST_COMPARED}`;
}

/** The other passages of a speaker, however the name is spelt, the newest first. @param speaker folded */
async function saidBy(db: Context["db"], { id, dossierId }: Own, speaker: string): Promise<string[]> {
  const names = await db.$queryRaw<{ name: string }[]>`
    SELECT DISTINCT attributes->>'speaker' AS name FROM annotation
    WHERE dossier_id = ${dossierId}::uuid AND deleted_at IS NULL AND attributes->>'speaker' <> ''`;
  const spelt = names.map(({ name }) => name).filter((name) => foldedName(name) === speaker);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM annotation a JOIN article ON article.id = a.article_id AND article.deleted_at IS NULL
    WHERE a.dossier_id = ${dossierId}::uuid AND a.deleted_at IS NULL AND a.id <> ${id}::uuid
      AND a.attributes->>'speaker' = ANY(${spelt})
    ORDER BY a.id DESC LIMIT ${MOST_COMPARED}`;
  return rows.map((row) => row.id);
}

/** A passage's figures in one spelling, "490 person"; numbers under 10 are too common to lead anywhere. */
function figuresOf({ exact, attributes }: Pick<Candidate, "exact" | "attributes">): string[] {
  const { value, unit } = attributes;
  const stated = typeof unit === "string" ? normalUnit(unit) : "";
  const written = quantitiesIn(exact).filter((quantity) => quantity.low === quantity.high);
  const figures = written.map((quantity) =>
    spelt(quantity.low, quantity.unit ?? (stated === "%" ? "%" : "")),
  );
  if (typeof value === "number") figures.push(spelt(value, stated === "%" ? "%" : ""), spelt(value, stated));
  return figures.filter((figure) => figure !== "");
}

function spelt(value: number, unit: string): string {
  return Math.abs(value) < 10 && unit !== "%" ? "" : `${value} ${unit}`.trim();
}
