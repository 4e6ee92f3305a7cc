import { presentAnnotation } from "@/lib/annotations/present";
import { presentClearedSentence } from "@/lib/articles/present";
import { articlesOf } from "@/lib/articles/queries";
import type { Transaction } from "@/lib/db/client";
import { presentEvidence } from "@/lib/evidence/present";
import { presentLink } from "@/lib/links/present";
import { presentReport, withArticles } from "./present";
import type { Snapshot, SnapshotArticle } from "./snapshot";

/**
 * What a report says at this moment: its articles' newest revisions, every annotation of them that is not deleted,
 * their evidence, and the links with both ends among them. One order, whatever the database says. What whoever
 * submits writes to it (waiver, open points let be) is given.
 * Asks nobody's permission; run it in the transaction that relies on it.
 */
export async function takeSnapshot(
  tx: Transaction,
  reportId: string,
  { waiver, openPoints = [] }: Pick<Snapshot, "waiver" | "openPoints">,
): Promise<Snapshot> {
  const row = await tx.report.findUniqueOrThrow({ where: { id: reportId }, include: withArticles });
  const { dossierId, title, memo, version, articles: chosen } = presentReport(row);
  const dossier = await tx.dossier.findUniqueOrThrow({
    where: { id: dossierId },
    select: { id: true, title: true, signOffsRequired: true },
  });
  const articles = await frozenArticles(tx, dossierId, chosen);
  const order = new Map(articles.map(({ id }, index) => [id, index]));

  const annotationRows = await tx.annotation.findMany({
    where: { revisionId: { in: articles.map(({ revision }) => revision.id) }, deletedAt: null },
    orderBy: [{ start: "asc" }, { end: "asc" }, { id: "asc" }],
  });
  const annotations = annotationRows
    .map((annotation) => {
      const { dossierId: _where, deletedAt: _not, ...frozen } = presentAnnotation(annotation);
      return frozen;
    })
    .sort((a, b) => (order.get(a.articleId) ?? 0) - (order.get(b.articleId) ?? 0));
  const ids = annotations.map(({ id }) => id);

  const evidenceRows = await tx.evidence.findMany({
    where: { annotationId: { in: ids }, deletedAt: null },
    orderBy: { id: "asc" },
    omit: { archived: true },
  });
  const evidence = evidenceRows.map((source) => {
    const { deletedAt: _not, ...frozen } = presentEvidence(source);
    return frozen;
  });
  const linkRows = await tx.link.findMany({
    where: { dossierId, deletedAt: null, fromId: { in: ids }, toId: { in: ids } },
    orderBy: { id: "asc" },
  });
  const links = linkRows.map((link) => {
    const { dossierId: _where, deletedAt: _not, endsDigest: _looked, ...frozen } = presentLink(link);
    return frozen;
  });

  const clearedRows = await tx.clearedSentence.findMany({
    where: { revisionId: { in: articles.map(({ revision }) => revision.id) } },
    orderBy: { start: "asc" },
    include: { revision: { select: { articleId: true } } },
  });
  const cleared = clearedRows
    .map((row) => presentClearedSentence({ ...row, articleId: row.revision.articleId }))
    .sort((a, b) => (order.get(a.articleId) ?? 0) - (order.get(b.articleId) ?? 0));

  const named = new Set(
    [...annotations, ...evidence, ...links].flatMap((made) => [made.createdBy, made.updatedBy]),
  );
  for (const { assignee, checker, secondChecker } of annotations) {
    for (const person of [assignee, checker, secondChecker]) if (person) named.add(person);
  }
  for (const { clearedBy } of cleared) named.add(clearedBy);
  for (const { owner } of links) if (owner) named.add(owner);
  const people = await tx.user.findMany({
    where: { id: { in: [...named] } },
    orderBy: { id: "asc" },
    select: { id: true, name: true },
  });
  return {
    ...{ format: "stet.snapshot", formatVersion: 1, dossier },
    ...{
      report: { id: reportId, title, memo, version },
      waiver,
      people,
      articles,
      annotations,
      evidence,
      links,
      cleared,
      ...(openPoints.length > 0 ? { openPoints } : {}),
    },
  };
}

async function frozenArticles(
  tx: Transaction,
  dossierId: string,
  chosen: string[],
): Promise<SnapshotArticle[]> {
  const byId = new Map((await articlesOf(tx, dossierId)).map((article) => [article.id, article]));
  const present = chosen.flatMap((id) => byId.get(id) ?? []);
  const revisions = await tx.revision.findMany({
    where: { id: { in: present.map(({ revisionId }) => revisionId) } },
    select: { id: true, number: true, sha256: true, text: true, document: true },
  });
  const revisionById = new Map(revisions.map((revision) => [revision.id, revision]));
  return present.flatMap(
    ({ id, title, outlet, byline, url, publishedOn, language, direction, revisionId }) => {
      const found = revisionById.get(revisionId);
      if (!found) return [];
      const revision = { ...found, document: found.document as SnapshotArticle["revision"]["document"] };
      return [{ id, title, outlet, byline, url, publishedOn, language, direction, revision }];
    },
  );
}
