import { Prisma } from "@/lib/db/generated/client";

/** `endsDigest` (ends.ts) over the annotations that a statement calls `f` and `t`. */
export const endsDigestSql = Prisma.sql`encode(sha256(convert_to(
  ${said("f")} || E'\n\n' || ${said("t")}, 'UTF8')), 'hex')`;

function said(alias: "f" | "t"): Prisma.Sql {
  const a = Prisma.raw(alias);
  return Prisma.sql`concat_ws(E'\n', ${a}.revision_id, ${a}.start, ${a}."end", ${a}.kind, ${a}.exact, (
    SELECT string_agg(key || '=' || value, E'\n' ORDER BY key COLLATE "C") FROM jsonb_each_text(${a}.attributes)))`;
}
