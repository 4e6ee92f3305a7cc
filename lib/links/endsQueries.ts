import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** `endsDigest` (ends.ts) over the annotations that a statement calls `f` and `t`. */
export const endsDigestSql = Prisma.sql`encode(sha256(convert_to(
  ${said("f")} || E'\n\n' || ${said("t")}, 'UTF8')), 'hex')`;

/** What both ends of links say now, hashed, by link id. */
export async function endsDigests(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; digest: string }[]>`
    SELECT l.id, ${endsDigestSql} AS digest
    FROM link l JOIN annotation f ON f.id = l.from_id JOIN annotation t ON t.id = l.to_id
    WHERE l.id = ANY(${ids}::uuid[])`;
  return new Map(rows.map(({ id, digest }) => [id, digest]));
}

/** Why nobody's look counts for words that they were not shown. */
export const ENDS_CHANGED =
  "A passage of this link was changed since you read it. Nothing was overwritten: look at it again.";

function said(alias: "f" | "t"): Prisma.Sql {
  const a = Prisma.raw(alias);
  return Prisma.sql`concat_ws(E'\n', ${a}.revision_id, ${a}.start, ${a}."end", ${a}.kind, ${a}.exact, (
    SELECT string_agg(key || '=' || value, E'\n' ORDER BY key COLLATE "C") FROM jsonb_each_text(${a}.attributes)))`;
}
