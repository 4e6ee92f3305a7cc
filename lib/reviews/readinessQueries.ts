import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { can } from "@/lib/auth/policy";
import { threadOf } from "@/lib/comments/model";
import { presentComment } from "@/lib/comments/present";
import type { Comment } from "@/lib/comments/schema";
import { inTransaction, type Transaction } from "@/lib/db/client";
import { readReport } from "@/lib/reports/queries";
import type { reportParams } from "@/lib/reports/schema";
import type { Snapshot } from "@/lib/reports/snapshot";
import { takeSnapshot } from "@/lib/reports/takeSnapshot";
import { contributorsTo } from "./contributors";
import { roundsOfReport } from "./queries";
import { type Obstacles, obstaclesOf } from "./readiness";
import { MOST_NAMED, type Readiness } from "./readinessSchema";
import { reasonsAmong } from "./reasonQueries";
import { roundItems } from "./roundItems";
import { lastDecisions, standings } from "./standing";

/** What would be frozen of a report now, its items, and what stands in the way. Asks nobody's permission. */
export async function whatToFreeze(tx: Transaction, reportId: string, waiver: string) {
  const snapshot = await takeSnapshot(tx, reportId, { waiver });
  const rounds = await roundsOfReport(tx, reportId);
  const items = roundItems(snapshot, lastDecisions(rounds));
  const obstacles = obstaclesOf(snapshot, items, await commentsOn(tx, snapshot));
  return { snapshot, rounds, items, obstacles };
}

/** What is said about a snapshot's things, but for the threads that returning one of them began. */
async function commentsOn(tx: Transaction, { dossier, report, annotations, links }: Snapshot) {
  const on = { dossierId: dossier.id, deletedAt: null };
  const rows = await tx.comment.findMany({
    where: { ...on, onId: { in: [report, ...annotations, ...links].map(({ id }) => id) } },
  });
  const open = rows.filter(({ replyToId, resolvedAt }) => replyToId === null && resolvedAt === null);
  const reasons = new Set((await reasonsAmong(tx, dossier.id, open)).map(({ id }) => id));
  const comments = rows.map(presentComment);
  const byId: Record<string, Comment> = Object.fromEntries(comments.map((comment) => [comment.id, comment]));
  return comments.filter((comment) => {
    // Why a whole round was returned is no decision on an item: someone resolves it once it is met.
    return comment.on.type === "report" || !reasons.has(threadOf(comment, byId));
  });
}

/** What submitting a report would freeze, whom it would tell, and what stands in the way of it. */
export async function readReadiness(
  context: Context,
  { reportId }: z.infer<typeof reportParams>,
): Promise<Readiness> {
  const { status } = await readReport(context, { reportId });
  return inTransaction(context.db, async (tx) => {
    const { snapshot, items, obstacles } = await whatToFreeze(tx, reportId, "");
    const dossierId = snapshot.dossier.id;
    const { requireCoverage } = await tx.dossier.findUniqueOrThrow({ where: { id: dossierId } });
    const members = await tx.member.findMany({
      where: { dossierId, userId: { not: context.caller.id } },
      orderBy: { user: { name: "asc" } },
      select: { userId: true, role: true, user: { select: { name: true } } },
    });
    const contributors = await contributorsTo(tx, snapshot);
    return {
      ...{ reportId, status, frozen: countsOf(snapshot), groups: groupsOf(obstacles), requireCoverage },
      standing: countsByStanding(items),
      signOffsRequired: snapshot.dossier.signOffsRequired,
      reviewers: members
        .filter(({ userId, role }) => can({ userId, role }, "round.decide"))
        .map(({ userId, user }) => ({ userId, name: user.name, maySign: !contributors.includes(userId) })),
    };
  });
}

function countsOf({ articles, annotations, evidence, links, cleared }: Snapshot): Readiness["frozen"] {
  const articleOf = new Map(annotations.map(({ id, articleId }) => [id, articleId]));
  return {
    ...{ annotations: annotations.length, evidence: evidence.length, links: links.length },
    cleared: cleared.length,
    articles: articles.map(({ id, title }) => ({
      ...{ id, title },
      annotations: annotations.filter(({ articleId }) => articleId === id).length,
      evidence: evidence.filter(({ annotationId }) => articleOf.get(annotationId) === id).length,
      links: links.filter(({ from, to }) => [from, to].some((end) => articleOf.get(end) === id)).length,
      cleared: cleared.filter(({ articleId }) => articleId === id).length,
    })),
  };
}

function groupsOf(obstacles: Obstacles): Readiness["groups"] {
  return [...obstacles]
    .filter(([, all]) => all.length > 0)
    .map(([kind, all]) => ({ kind, total: all.length, items: all.slice(0, MOST_NAMED) }));
}

function countsByStanding(items: ReturnType<typeof roundItems>): Readiness["standing"] {
  const counts = Object.fromEntries(standings.map((standing) => [standing, 0])) as Readiness["standing"];
  for (const { standing } of items) counts[standing]++;
  return counts;
}
