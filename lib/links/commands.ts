import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import type { Transaction } from "@/lib/db/client";
import { Refusal, stale } from "@/lib/http/refusal";
import { type Change, changeDossier } from "@/lib/journal/change";
import { isRepeatedCreate } from "@/lib/journal/repeat";
import { ENDS_CHANGED, endsDigestSql, endsDigests } from "./endsQueries";
import { decided, fittingDetails } from "./model";
import { presentLink } from "./present";
import { readLink } from "./queries";
import { type Relation, symmetricRelations } from "./relations";
import type {
  changeLinkInput,
  createLinkInput,
  deleteLinkInput,
  Link,
  restoreLinkInput,
  seeLinkInput,
} from "./schema";

/**
 * Links two annotations of a dossier, in one article or across articles.
 * @throws Refusal `invalid` for linking something to itself, `not_found` when an end is deleted or elsewhere,
 *   `duplicate` with the existing link when the pair has this relation already (in either order, if symmetric)
 */
export async function createLink(
  context: Context,
  { id = uuidv7(), dossierId, from, to, relation, ...details }: z.infer<typeof createLinkInput>,
): Promise<Link> {
  return changeDossier(context, dossierId, "link.create", async (change) => {
    const { tx, now, actor } = change;
    if (from === to) throw new Refusal("invalid", "An annotation is not linked to itself.", { field: "to" });
    const {
      subtype = null,
      sameEvent = "unknown",
      strength = null,
      severity = null,
      rationale = "",
    } = details;
    const content = { from, to, relation, subtype, sameEvent, strength, severity, rationale };
    const subject = { type: "link" as const, id };
    const creation = { dossierId, actorId: actor.userId, type: "link.created" as const, subject };
    if (await isRepeatedCreate(tx, { ...creation, noun: "link", content })) {
      return presentLink(await tx.link.findUniqueOrThrow({ where: { id } }));
    }
    fittingDetails(relation, details);
    await requireEnd(tx, dossierId, "from", from);
    await requireEnd(tx, dossierId, "to", to);
    await refuseSecond(tx, { id, dossierId, from, to, relation });
    const who = { createdById: actor.userId, updatedById: actor.userId, createdAt: now, updatedAt: now };
    await tx.link.create({
      data: { id, dossierId, fromId: from, toId: to, relation, ...details, ...who },
    });
    return journalled(change, "link.created", await withEndsSeen(tx, id));
  });
}

/** @throws Refusal `stale` with `current`, `invalid` for a status without its reason, `duplicate` */
export async function changeLink(
  context: Context,
  { linkId, version, endsDigest, owner, ...wanted }: z.infer<typeof changeLinkInput>,
): Promise<Link> {
  const { dossierId } = await readLink(context, { linkId });
  return changeDossier(context, dossierId, "link.change", async (change) => {
    const before = presentLink(await change.tx.link.findUniqueOrThrow({ where: { id: linkId } }));
    if (before.deletedAt !== null || before.version !== version) throw stale("link", before);
    await requireEndsShown(change.tx, before, endsDigest);
    const relation = wanted.relation ?? before.relation;
    const columns = { ...wanted, ...fittingDetails(relation, wanted), ...decided(before, wanted) };
    if (relation !== before.relation) {
      await refuseSecond(change.tx, { id: linkId, dossierId, from: before.from, to: before.to, relation });
    }
    if (owner && !(await isMember(change.tx, dossierId, owner))) {
      throw new Refusal("invalid", "That person is not in this dossier.", { field: "owner" });
    }
    await writeIfUnchanged(change, before, { ...columns, ownerId: owner });
    // Whoever changes what a link says has looked at its ends; giving it to someone is no look.
    const looked = Object.keys(wanted).length > 0;
    const { tx } = change;
    const link = looked
      ? await withEndsSeen(tx, linkId)
      : presentLink(await tx.link.findUniqueOrThrow({ where: { id: linkId } }));
    return journalled(change, "link.changed", link);
  });
}

/**
 * Says that a link still stands after its ends were changed. What the link says stays as it is: its version and who
 * changed it last too, so that nothing signed goes out of date by looking at it.
 * @throws Refusal `stale`, also when the ends say something else than `endsDigest`, what the person was shown
 */
export async function seeLink(
  context: Context,
  { linkId, version, endsDigest }: z.infer<typeof seeLinkInput>,
): Promise<Link> {
  const { dossierId } = await readLink(context, { linkId });
  return changeDossier(context, dossierId, "link.change", async (change) => {
    const before = presentLink(await change.tx.link.findUniqueOrThrow({ where: { id: linkId } }));
    if (before.deletedAt !== null || before.version !== version) throw stale("link", before);
    await requireEndsShown(change.tx, before, endsDigest);
    const link = await withEndsSeen(change.tx, linkId);
    return link.endsDigest === before.endsDigest ? link : journalled(change, "link.seen", link);
  });
}

/** Takes a link away; {@link restoreLink} brings it back. @throws Refusal `stale` */
export async function deleteLink(
  context: Context,
  { linkId, version }: z.infer<typeof deleteLinkInput>,
): Promise<Link> {
  const { dossierId } = await readLink(context, { linkId });
  return changeDossier(context, dossierId, "link.delete", async (change) => {
    const before = presentLink(await change.tx.link.findUniqueOrThrow({ where: { id: linkId } }));
    if (before.deletedAt !== null || before.version !== version) throw stale("link", before);
    return journalled(
      change,
      "link.deleted",
      await writeIfUnchanged(change, before, { deletedAt: change.now }),
    );
  });
}

/**
 * Brings a deleted link back.
 * @throws Refusal `stale`, `duplicate` when its place was taken meanwhile, `not_found` when an end is deleted
 */
export async function restoreLink(
  context: Context,
  { linkId, version }: z.infer<typeof restoreLinkInput>,
): Promise<Link> {
  const { dossierId } = await readLink(context, { linkId });
  return changeDossier(context, dossierId, "link.delete", async (change) => {
    const before = presentLink(await change.tx.link.findUniqueOrThrow({ where: { id: linkId } }));
    if (before.deletedAt === null || before.version !== version) throw stale("link", before);
    await requireEnd(change.tx, dossierId, "from", before.from);
    await requireEnd(change.tx, dossierId, "to", before.to);
    await refuseSecond(change.tx, before);
    return journalled(change, "link.restored", await writeIfUnchanged(change, before, { deletedAt: null }));
  });
}

type Columns = Parameters<Transaction["link"]["updateMany"]>[0]["data"];

async function writeIfUnchanged({ tx, now, actor }: Change, before: Link, data: Columns): Promise<Link> {
  const { count } = await tx.link.updateMany({
    where: { id: before.id, version: before.version },
    data: { ...data, updatedById: actor.userId, updatedAt: now, version: { increment: 1 } },
  });
  const link = presentLink(await tx.link.findUniqueOrThrow({ where: { id: before.id } }));
  if (count === 0) throw stale("link", link);
  return link;
}

/** Nobody signs off words that changed under their hand. @throws Refusal `stale` with the link as it is */
async function requireEndsShown(tx: Transaction, link: Link, shown: string | undefined): Promise<void> {
  if (shown === undefined || (await endsDigests(tx, [link.id])).get(link.id) === shown) return;
  throw new Refusal("stale", ENDS_CHANGED, { current: link });
}

/** Remembers what both ends of a link say now. */
async function withEndsSeen(tx: Transaction, linkId: string): Promise<Link> {
  await tx.$executeRaw`
    UPDATE link SET ends_digest = ${endsDigestSql} FROM annotation f, annotation t
    WHERE link.id = ${linkId}::uuid AND f.id = link.from_id AND t.id = link.to_id`;
  return presentLink(await tx.link.findUniqueOrThrow({ where: { id: linkId } }));
}

type LinkEntry = "link.seen" | "link.created" | "link.changed" | "link.deleted" | "link.restored";

function journalled({ append }: Change, type: LinkEntry, link: Link): Link {
  append({ type, subject: { type: "link", id: link.id }, payload: { link } });
  return link;
}

async function requireEnd(
  tx: Transaction,
  dossierId: string,
  field: "from" | "to",
  id: string,
): Promise<void> {
  const end = await tx.annotation.findFirst({
    where: { id, dossierId, deletedAt: null, article: { deletedAt: null } },
    select: { id: true },
  });
  if (!end) throw new Refusal("not_found", "There is no such annotation in this dossier.", { field });
}

/** The database has the same rule as a unique index; this is how a person gets to see which link is there. */
async function refuseSecond(
  tx: Transaction,
  { id, dossierId, from, to, relation }: Pick<Link, "id" | "dossierId" | "from" | "to" | "relation">,
): Promise<void> {
  const swapped = { fromId: to, toId: from };
  const isSymmetric = symmetricRelations.includes(relation satisfies Relation);
  const existing = await tx.link.findFirst({
    where: {
      ...{ dossierId, relation, deletedAt: null, id: { not: id } },
      OR: [{ fromId: from, toId: to }, ...(isSymmetric ? [swapped] : [])],
    },
  });
  if (existing) {
    const words = existing.fromId === from ? "" : ", the other way round";
    throw new Refusal("duplicate", `These two passages are linked like this already${words}.`, {
      current: presentLink(existing),
    });
  }
}

async function isMember(tx: Transaction, dossierId: string, userId: string): Promise<boolean> {
  return (await tx.member.count({ where: { dossierId, userId } })) > 0;
}
