import type { z } from "zod";
import { readAnnotation } from "@/lib/annotations/queries";
import type { annotationParams } from "@/lib/annotations/schema";
import type { Context } from "@/lib/auth/caller";
import { normalUnit } from "./figureDifference";
import { foldedName } from "./foldedName";
import { linkEnd, withArticle } from "./passageQueries";
import { quantitiesIn } from "./quantities";
import type { Related } from "./schema";

const MOST_OF_EACH = 50;
/** Candidates are compared here, name by name and figure by figure: of more than this, the newest. */
const MOST_COMPARED = 2_000;
/** Figures are looked for in so many characters of a passage. */
const MOST_READ = 5_000;

type Candidate = { id: string; exact: string; attributes: Record<string, unknown>; kind: string };

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
  const figures = figuresOf({ ...own, attributes: own.attributes });
  // Only what can match is read: passages that name a speaker, and those that have a digit or a value.
  const candidates = await context.db.$queryRaw<Candidate[]>`
    SELECT a.id, left(a.exact, ${MOST_READ}::int) AS exact, a.attributes, a.kind::text AS kind
    FROM annotation a JOIN article ON article.id = a.article_id AND article.deleted_at IS NULL
    WHERE a.dossier_id = ${own.dossierId}::uuid AND a.deleted_at IS NULL AND a.id <> ${annotationId}::uuid
      AND ((${speaker !== ""} AND a.attributes->>'speaker' <> '')
        OR (${figures.length > 0} AND (a.kind = 'figure' OR a.exact ~ '[[:digit:]٠-٩۰-۹]')))
    ORDER BY a.id DESC LIMIT ${MOST_COMPARED}`;
  const found: { id: string; same: "speaker" | "figure" }[] = [];
  for (const { id, ...candidate } of candidates) {
    if (figures.length > 0 && figuresOf(candidate).some((figure) => figures.includes(figure))) {
      found.push({ id, same: "figure" });
    } else if (speaker !== "" && foldedName(candidate.attributes.speaker) === speaker) {
      found.push({ id, same: "speaker" });
    }
  }
  const first = (same: "speaker" | "figure") =>
    found.filter((one) => one.same === same).slice(0, MOST_OF_EACH);
  const chosen = [...first("figure"), ...first("speaker")];
  const rows = await context.db.annotation.findMany({
    where: { id: { in: chosen.map(({ id }) => id) } },
    ...withArticle,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const items: Related["items"] = [];
  for (const { id, same } of chosen) {
    const row = byId.get(id);
    if (row) items.push({ ...(await linkEnd(context.db, row)), same });
  }
  return { items, total: found.length };
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
