import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { Refusal } from "@/lib/http/refusal";
import { type Change, changeDossier } from "@/lib/journal/change";
import { ENDS_CHANGED, endsDigestSql, endsDigests } from "./endsQueries";
import { decided, fittingDetails } from "./model";
import { presentLink } from "./present";
import type { ChangedLink, changeLinksInput, Link } from "./schema";

type Input = z.output<typeof changeLinksInput>;

/**
 * One change to many links, with one reason: each gets its own entry in the journal. What can be changed is changed;
 * the others (changed by somebody else meanwhile, gone, of another relation) are named with the reason why not, in
 * the order asked for: of two hundred decisions, one that came late does not undo the rest.
 * @throws Refusal `invalid` when the change itself is wrong for all: an owner who is not in the dossier, a status
 *   without its reason
 */
export async function changeLinks(
  context: Context,
  { dossierId, items, change: wanted }: Input,
): Promise<{ items: ChangedLink[] }> {
  return changeDossier(context, dossierId, "link.change", async (change) => {
    const { owner } = wanted;
    if (wanted.status !== undefined && !wanted.statusReason?.trim()) {
      throw new Refusal("invalid", `Say why these links are ${wanted.status}.`, { field: "statusReason" });
    }
    if (owner && !(await change.tx.member.count({ where: { dossierId, userId: owner } }))) {
      throw new Refusal("invalid", "That person is not in this dossier.", { field: "change.owner" });
    }
    const rows = await change.tx.link.findMany({
      where: { dossierId, id: { in: items.map(({ id }) => id) } },
    });
    const before = new Map(rows.map((row) => [row.id, presentLink(row)]));
    const ends = await endsDigests(change.tx, [...before.keys()]);
    const results = items.map((item) => refusalOf(item, before.get(item.id), ends.get(item.id), wanted));
    const ids = [...new Set(results.filter((result) => result.refusal === null).map(({ id }) => id))];
    const after = await write(change, ids, wanted);
    return {
      items: results.map(({ id, refusal }) => {
        const link = after.get(id);
        if (link && !refusal) return { id, link };
        const { code = "not_found", message = "" } = refusal ?? {};
        const current = before.get(id);
        return { id, refusal: { code, message, ...(current && { current }) } };
      }),
    };
  });
}

type Refused = { code: string; message: string };

function refusalOf(
  { id, version, endsDigest: shown }: Input["items"][number],
  link: Link | undefined,
  ends: string | undefined,
  wanted: Input["change"],
): { id: string; refusal: Refused | null } {
  if (!link || link.deletedAt !== null) {
    return { id, refusal: { code: "not_found", message: "This link was deleted." } };
  }
  if (link.version !== version) {
    return { id, refusal: { code: "stale", message: "Someone else changed this link since you read it." } };
  }
  if (shown !== undefined && shown !== ends) return { id, refusal: { code: "stale", message: ENDS_CHANGED } };
  try {
    decided(link, wanted);
    fittingDetails(link.relation, wanted);
    return { id, refusal: null };
  } catch (error) {
    if (error instanceof Refusal) return { id, refusal: { code: error.code, message: error.message } };
    throw error;
  }
}

/** The dossier is locked and the versions were compared under that lock: one statement writes them all. */
async function write(
  { tx, now, actor, append }: Change,
  ids: string[],
  { owner, ...wanted }: Input["change"],
): Promise<Map<string, Link>> {
  await tx.link.updateMany({
    where: { id: { in: ids } },
    data: {
      ...wanted,
      ...(wanted.statusReason !== undefined && { statusReason: wanted.statusReason.trim() }),
      ownerId: owner,
      updatedById: actor.userId,
      updatedAt: now,
      version: { increment: 1 },
    },
  });
  // Who decides has looked at both ends; giving links to someone is no look.
  if (wanted.status !== undefined) {
    await tx.$executeRaw`
      UPDATE link SET ends_digest = ${endsDigestSql} FROM annotation f, annotation t
      WHERE link.id = ANY(${ids}::uuid[]) AND f.id = link.from_id AND t.id = link.to_id`;
  }
  const rows = await tx.link.findMany({ where: { id: { in: ids } } });
  const links = new Map(rows.map((row) => [row.id, presentLink(row)]));
  for (const id of ids) {
    const link = links.get(id);
    if (link) append({ type: "link.changed", subject: { type: "link", id }, payload: { link } });
  }
  return links;
}
