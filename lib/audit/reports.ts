import type { Transaction } from "@/lib/db/client";
import { presentReport, withArticles } from "@/lib/reports/present";
import type { Report } from "@/lib/reports/schema";
import { differences, missingRow, unknownRow } from "./compare";
import type { Findings } from "./finding";
import { memoFaults } from "./memos";
import { PAGE, payloadsOf } from "./rows";
import type { Attested } from "./said";

type Row = NonNullable<Awaited<ReturnType<typeof pageOf>>[number]>;

function pageOf(tx: Transaction, dossierId: string, after: string | null) {
  return tx.report.findMany({
    where: { dossierId, ...(after !== null && { id: { gt: after } }) },
    orderBy: { id: "asc" },
    take: PAGE,
    include: { ...withArticles, memoState: true },
  });
}

/** Reports as last said, with what was typed into their memos since; their articles in order; and the memos' documents. */
export async function* compareReports(tx: Transaction, dossierId: string, attested: Attested): Findings {
  const said = attested.things.get("report") ?? new Map();
  const seen = new Set<string>();
  for (let after: string | null = null; ; ) {
    const rows: Row[] = await pageOf(tx, dossierId, after);
    const last = rows.at(-1);
    if (!last) break;
    after = last.id;
    for (const row of rows) {
      const where = { dossierId, table: "report", id: row.id };
      seen.add(row.id);
      const place = said.get(row.id);
      if (!place) yield unknownRow(where);
      else yield* reportFaults(tx, row, attested, place.seq);
    }
  }
  for (const [id, { seq }] of said) {
    if (!seen.has(id)) yield missingRow({ dossierId, table: "report", id }, seq);
  }
}

async function* reportFaults(tx: Transaction, row: Row, attested: Attested, seq: number): Findings {
  const { id, dossierId } = row;
  const where = { dossierId, table: "report", id };
  const whole = (await payloadsOf(tx, dossierId, [seq])).get(seq)?.report as Report;
  const typed = attested.memos.get(id);
  const since = typed && typed.seq > seq ? typed : undefined;
  // The memo's words are compared with its document, which the edits make.
  const { memo: _memo, ...stands } = presentReport(row);
  const said = since ? { ...whole, version: since.version, updatedBy: since.by, updatedAt: since.at } : whole;
  yield* differences(where, said, stands, since?.seq ?? seq);
  if (row.patchedVersion !== attested.patched.get(id)) {
    const sentence = "“patchedVersion” is not the version of its last change that was no typing.";
    yield { ...where, field: "patchedVersion", sentence };
  }
  const chosen = await tx.reportArticle.findMany({ where: { reportId: id }, orderBy: { position: "asc" } });
  const first = chosen.findIndex(({ position }, index) => position !== index);
  if (first >= 0) {
    const sentence = "The places of its articles are not numbered from 0 on.";
    yield {
      dossierId,
      table: "report_article",
      id: `${id}:${chosen[first]?.articleId}`,
      field: "position",
      sentence,
    };
  }
  yield* await memoFaults(tx, row, whole.memo, since !== undefined);
}
