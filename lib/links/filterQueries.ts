import type { Database } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { endsDigestSql } from "./endsQueries";
import type { LinkFilter } from "./filter";
import { foldedName } from "./foldedName";
import { speakersOf } from "./speakerQueries";

/** Every link of `l` with both its ends. An end that is deleted, or whose article is, hides its link. */
export const linkWithEnds = Prisma.sql`
  FROM link l
  JOIN annotation f ON f.id = l.from_id AND f.deleted_at IS NULL
  JOIN annotation t ON t.id = l.to_id AND t.deleted_at IS NULL
  JOIN article fa ON fa.id = f.article_id AND fa.deleted_at IS NULL
  JOIN article ta ON ta.id = t.article_id AND ta.deleted_at IS NULL`;

/** When an end was said, else when its article was published; ISO date. */
export const madeOn = {
  from: Prisma.sql`COALESCE(f.attributes->>'saidOn', fa.published_on::text)`,
  to: Prisma.sql`COALESCE(t.attributes->>'saidOn', ta.published_on::text)`,
};

/** What a link of {@link linkWithEnds} has to be to pass a dossier's filter. Its words are looked for in wordQueries.ts. */
export async function conditionsOf(
  db: Database,
  dossierId: string,
  filter: LinkFilter,
): Promise<Prisma.Sql[]> {
  const { relation, subtype, status, severity, strength, sameEvent, owner, article } = filter;
  const conditions = [
    Prisma.sql`l.dossier_id = ${dossierId}::uuid AND l.deleted_at IS NULL`,
    oneOf("relation", relation),
    oneOf("subtype", subtype),
    oneOf("status", status),
    oneOf("severity", severity),
    oneOf("strength", strength),
    oneOf("same_event", sameEvent),
    oneOf("owner_id", owner),
  ];
  if (article?.length) {
    conditions.push(
      Prisma.sql`(f.article_id = ANY(${article}::uuid[]) OR t.article_id = ANY(${article}::uuid[]))`,
    );
  }
  if (filter.speaker) {
    const wanted = foldedName(filter.speaker);
    const spelt = (await speakersOf(db, dossierId)).filter((name) => foldedName(name) === wanted);
    conditions.push(
      Prisma.sql`(f.attributes->>'speaker' = ANY(${spelt}) OR t.attributes->>'speaker' = ANY(${spelt}))`,
    );
  }
  if (filter.since ?? filter.until) {
    const [since, until] = [filter.since ?? "0000", filter.until ?? "9999-12-31"];
    conditions.push(
      Prisma.sql`(${madeOn.from} BETWEEN ${since} AND ${until} OR ${madeOn.to} BETWEEN ${since} AND ${until})`,
    );
  }
  if (filter.flagged) {
    conditions.push(Prisma.sql`l.ends_digest <> '' AND l.ends_digest <> ${endsDigestSql}`);
  }
  return conditions.filter((condition) => condition !== null);
}

type Column = "relation" | "subtype" | "status" | "severity" | "strength" | "same_event" | "owner_id";

/** A column that holds one of some values; `none` stands for an empty one. */
function oneOf(column: Column, values: readonly string[] | undefined): Prisma.Sql | null {
  if (!values?.length) return null;
  const name = Prisma.raw(`l.${column}`);
  const given = values.filter((value) => value !== "none");
  const isEmpty = Prisma.sql`${name} IS NULL`;
  if (given.length === 0) return isEmpty;
  const isGiven = Prisma.sql`${name}::text = ANY(${given})`;
  return given.length < values.length ? Prisma.sql`(${isGiven} OR ${isEmpty})` : isGiven;
}
