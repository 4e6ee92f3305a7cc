import { journalledRevision } from "@/lib/articles/journalled";
import { presentArticle } from "@/lib/articles/present";
import type { Transaction } from "@/lib/db/client";
import { contentHash, sha256Hex } from "@/lib/journal/canonical";
import { canonicalText } from "@/lib/text/canonical";
import { articleDocument } from "@/lib/text/document";
import { sha256OfBytes } from "./bytes";
import { differences, missingRow, unknownRow } from "./compare";
import type { Finding, Findings } from "./finding";
import { type Compared, PAGE, payloadsOf } from "./rows";
import type { Attested } from "./said";

export const articleTable: Compared = {
  table: "article",
  noun: "article",
  page: async (tx, dossierId, after) => {
    const rows = await tx.article.findMany({
      where: { dossierId, ...(after !== null && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: PAGE,
      include: { revisions: { orderBy: { number: "desc" }, take: 1, select: { id: true } } },
    });
    return rows.map(({ revisions, ...row }) => ({
      id: row.id,
      stands: {
        independent: row.independent,
        ...presentArticle({ ...row, revisionId: revisions[0]?.id ?? "" }),
      },
    }));
  },
};

/** Texts at a time: each may be long, and its original a file. */
const FEW = 20;

/** Every text of the dossier's articles: known to the journal, whole in itself, and as the journal says it was made. */
export async function* compareRevisions(
  tx: Transaction,
  dossierId: string,
  { revisions }: Attested,
): Findings {
  const seen = new Set<string>();
  for (let after: string | undefined; ; ) {
    const rows = await tx.revision.findMany({
      where: { article: { dossierId }, ...(after !== undefined && { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: FEW,
    });
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    const seqs = rows.flatMap(({ id }) => revisions.get(id)?.seq ?? []);
    const payloads = await payloadsOf(tx, dossierId, seqs);
    for (const row of rows) {
      const where = { dossierId, table: "revision", id: row.id };
      const known = revisions.get(row.id);
      seen.add(row.id);
      if (!known) yield unknownRow(where);
      else if (known.articleId !== row.articleId) {
        yield {
          ...where,
          field: "article_id",
          sentence: "The text is another article’s than the journal says.",
        };
      } else if (known.seq !== null) {
        const said = payloads.get(known.seq)?.revision as object;
        const hashes = {
          documentSha256: contentHash(row.document),
          originalSha256: sha256OfBytes(row.original),
        };
        yield* differences(where, said, journalledRevision({ ...row, ...hashes }), known.seq);
      }
      yield* textFaults(where, row);
    }
  }
  for (const [id, { seq }] of revisions) {
    if (!seen.has(id)) yield missingRow({ dossierId, table: "revision", id }, seq ?? 0);
  }
}

function textFaults(
  where: { dossierId: string; table: string; id: string },
  { text, sha256, document }: { text: string; sha256: string; document: unknown },
): Finding[] {
  const faults: Finding[] = [];
  if (sha256Hex(text) !== sha256) {
    faults.push({ ...where, field: "text", sentence: "The text is not the one that its hash names." });
  }
  const parsed = articleDocument.safeParse(document);
  if (!parsed.success || canonicalText(parsed.data) !== text) {
    faults.push({ ...where, field: "document", sentence: "The document does not say what the text says." });
  }
  return faults;
}
