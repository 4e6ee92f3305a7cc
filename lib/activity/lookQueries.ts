import { mentionedIn, plainMentions } from "@/lib/comments/mentions";
import type { Database } from "@/lib/db/client";
import type { Entry } from "@/lib/journal/entries";
import { STET_ID, STET_NAME } from "@/lib/journal/stetItself";
import type { Look } from "./present";

/** How everything that these entries are about stands now: one query for each noun, whatever their number. */
export async function lookAt(db: Database, entries: readonly Entry[]): Promise<Look> {
  const ids = idsIn(entries);
  const inThese = (noun: Noun) => ({ id: { in: [...ids[noun]] } });
  const gone = { deletedAt: true } as const;
  const [annotations, links, rounds, comments] = await Promise.all([
    db.annotation.findMany({
      where: inThese("annotation"),
      select: { id: true, articleId: true, exact: true, ...gone },
    }),
    db.link.findMany({
      where: inThese("link"),
      select: { id: true, from: { select: { exact: true } }, ...gone },
    }),
    db.round.findMany({
      where: inThese("round"),
      select: { id: true, number: true, reportId: true, report: { select: { title: true, ...gone } } },
    }),
    db.comment.findMany({ where: inThese("comment"), select: { id: true, ...gone } }),
  ]);
  for (const { articleId } of annotations) ids.article.add(articleId);
  const [articles, reports, users] = await Promise.all([
    db.article.findMany({ where: inThese("article"), select: { id: true, title: true, ...gone } }),
    db.report.findMany({ where: inThese("report"), select: { id: true, title: true, ...gone } }),
    db.user.findMany({ where: inThese("user"), select: { id: true, name: true } }),
  ]);
  const byId = <T extends { id: string; deletedAt: Date | null }>(rows: T[]) => {
    const found = new Map(rows.map((row) => [row.id, { ...row, isDeleted: row.deletedAt !== null }]));
    return (id: string) => found.get(id);
  };
  const names = new Map([...users.map(({ id, name }): [string, string] => [id, name]), [STET_ID, STET_NAME]]);
  return {
    nameOf: (id) => names.get(id) ?? "Someone",
    article: byId(articles),
    annotation: byId(annotations),
    link: byId(links.map(({ from, ...row }) => ({ ...row, exact: from.exact }))),
    report: byId(reports),
    round: byId(rounds.map(({ report, ...row }) => ({ ...row, ...report }))),
    comment: byId(comments),
    plain: (body) => plainMentions(body, (id) => names.get(id)),
  };
}

type Noun = "article" | "annotation" | "link" | "report" | "round" | "comment" | "user";

function idsIn(entries: readonly Entry[]): Record<Noun, Set<string>> {
  const ids: Record<Noun, Set<string>> = {
    ...{ article: new Set(), annotation: new Set(), link: new Set(), report: new Set() },
    ...{ round: new Set(), comment: new Set(), user: new Set() },
  };
  for (const { actorId, subject, payload } of entries) {
    ids.user.add(actorId);
    if ("by" in payload) ids.user.add(payload.by);
    if (subject.type in ids) ids[subject.type as Noun].add(subject.id);
    if ("sentence" in payload) ids.article.add(payload.sentence.articleId);
    if ("evidence" in payload) ids.annotation.add(payload.evidence.annotationId);
    if ("annotation" in payload && payload.annotation.assignee) ids.user.add(payload.annotation.assignee);
    if ("link" in payload && payload.link.owner) ids.user.add(payload.link.owner);
    if ("comment" in payload) {
      ids[payload.comment.on.type].add(payload.comment.on.id);
      for (const id of mentionedIn(payload.comment.body)) ids.user.add(id);
    }
  }
  return ids;
}
