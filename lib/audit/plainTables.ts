import { presentAnnotation } from "@/lib/annotations/present";
import { presentClearedSentence } from "@/lib/articles/present";
import { presentComment } from "@/lib/comments/present";
import { presentEvidence } from "@/lib/evidence/present";
import { presentLink } from "@/lib/links/present";
import { presentFilter } from "@/lib/savedFilters/present";
import { journalledWebhook } from "@/lib/webhooks/present";
import { sha256OfBytes } from "./bytes";
import type { Finding } from "./finding";
import { type Compared, PAGE } from "./rows";
import type { Said } from "./said";

/** Rows with whole files in them, at a time. */
const FEW = 20;

const order = { orderBy: { id: "asc" }, take: PAGE } as const;
const rest = (dossierId: string, after: string | null) => ({
  where: { dossierId, ...(after !== null && { id: { gt: after } }) },
  ...order,
});

/** Tables whose rows are what the journal says of them, field by field. */
export const plainTables: readonly Compared[] = [
  {
    table: "member",
    noun: "member",
    // Names and addresses are the account's, which no dossier's journal speaks for.
    page: async (tx, dossierId, after) =>
      (
        await tx.member.findMany({
          where: { dossierId, ...(after !== null && { userId: { gt: after } }) },
          orderBy: { userId: "asc" },
          take: PAGE,
        })
      ).map(({ userId, role, joinedAt }) => ({
        id: userId,
        stands: { userId, role, joinedAt: joinedAt.toISOString() },
      })),
  },
  {
    table: "annotation",
    noun: "annotation",
    page: async (tx, dossierId, after) =>
      (await tx.annotation.findMany(rest(dossierId, after))).map((row) => ({
        id: row.id,
        stands: presentAnnotation(row),
      })),
  },
  {
    table: "evidence",
    noun: "evidence",
    page: async (tx, dossierId, after) =>
      (await tx.evidence.findMany({ ...rest(dossierId, after), take: FEW })).map((row) => ({
        id: row.id,
        stands: presentEvidence(row),
        faults: () => archiveFaults(dossierId, row),
      })),
  },
  {
    table: "cleared_sentence",
    noun: "sentence",
    page: async (tx, dossierId, after) => {
      const [revisionId = "", start = "0"] = after?.split(":") ?? [];
      const rows = await tx.clearedSentence.findMany({
        where: {
          revision: { article: { dossierId } },
          ...(after !== null && {
            OR: [{ revisionId: { gt: revisionId } }, { revisionId, start: { gt: Number(start) } }],
          }),
        },
        orderBy: [{ revisionId: "asc" }, { start: "asc" }],
        take: PAGE,
        include: { revision: { select: { articleId: true } } },
      });
      return rows.map((row) => ({
        id: `${row.revisionId}:${row.start}`,
        stands: presentClearedSentence({ ...row, articleId: row.revision.articleId }),
      }));
    },
  },
  {
    table: "link",
    noun: "link",
    page: async (tx, dossierId, after) =>
      (await tx.link.findMany(rest(dossierId, after))).map((row) => ({
        id: row.id,
        stands: presentLink(row),
      })),
  },
  {
    table: "comment",
    noun: "comment",
    page: async (tx, dossierId, after) =>
      (await tx.comment.findMany(rest(dossierId, after))).map((row) => ({
        id: row.id,
        stands: presentComment(row),
      })),
  },
  {
    table: "saved_filter",
    noun: "filter",
    page: async (tx, dossierId, after) =>
      (await tx.savedFilter.findMany(rest(dossierId, after))).map((row) => ({
        id: row.id,
        stands: presentFilter(row),
      })),
  },
  {
    table: "webhook",
    noun: "webhook",
    page: async (tx, dossierId, after) =>
      (await tx.webhook.findMany(rest(dossierId, after))).map((row) => ({
        id: row.id,
        stands: journalledWebhook(row),
        faults: (last) => deletionFaults({ dossierId, table: "webhook", id: row.id }, last, row),
      })),
  },
];

/** The journal says of a webhook what everybody may read of it, and by its type and time whether it is deleted and when. */
function deletionFaults(
  where: { dossierId: string; table: string; id: string },
  { type, at }: Said,
  { deletedAt }: { deletedAt: Date | null },
): Finding[] {
  if ((deletedAt?.toISOString() ?? null) === (type === "webhook.deleted" ? at : null)) return [];
  return [{ ...where, field: "deletedAt", sentence: "Whether it is deleted is not what the journal says." }];
}

type Archive = {
  id: string;
  archived: Uint8Array | null;
  archivedType: string | null;
  archivedSha256: string | null;
};

/** An archived copy is what its hash, which the journal says, names. */
function archiveFaults(
  dossierId: string,
  { id, archived, archivedType, archivedSha256 }: Archive,
): Finding[] {
  const where = { dossierId, table: "evidence", id };
  const held = archived === null ? null : sha256OfBytes(archived);
  if (held !== archivedSha256) {
    return [
      { ...where, field: "archived", sentence: "The archived copy is not the one that its hash names." },
    ];
  }
  if (archived === null && archivedType !== null) {
    return [
      { ...where, field: "archived_type", sentence: "There is a type of an archived copy, and no copy." },
    ];
  }
  return [];
}
