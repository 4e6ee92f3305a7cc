import type { Transaction } from "@/lib/db/client";
import { Refusal } from "@/lib/http/refusal";
import { canonicalJson } from "./canonical";
import type { EntrySubject, EntryType } from "./entries";

type Creation = {
  dossierId: string;
  actorId: string;
  type: EntryType;
  subject: EntrySubject;
  /** Where in the payload the thing stands. */
  noun: string;
  /** What this request would create; fields that are undefined are not compared. */
  content: Record<string, unknown>;
};

/**
 * Whether a create with a client-made id has been done before, by the same person with the same content: then it
 * is the same success. The journal knows what the first one created, whatever has changed since.
 * @throws Refusal `duplicate` when the id is taken by other content
 */
export async function isRepeatedCreate(tx: Transaction, creation: Creation): Promise<boolean> {
  const { dossierId, actorId, type, subject, noun, content } = creation;
  const entry = await tx.journalEntry.findFirst({
    where: { dossierId, type, subjectType: subject.type, subjectId: subject.id },
  });
  if (!entry) return false;
  const created = (entry.payload as Record<string, Record<string, unknown>>)[noun] ?? {};
  const differs = Object.entries(content).some(
    ([field, value]) => value !== undefined && canonicalJson(value) !== canonicalJson(created[field] ?? null),
  );
  if (differs || entry.actorId !== actorId) {
    throw new Refusal("duplicate", `This id belongs to another ${subject.type} already.`, {
      field: "id",
      current: created,
    });
  }
  return true;
}

/** What this person's change of that name left in the journal, in its order; nothing when it was not done, or has no name. */
export async function thingsOfDeed(
  tx: Transaction,
  dossierId: string,
  actorId: string,
  deed: string | undefined,
): Promise<unknown[]> {
  if (deed === undefined) return [];
  const entries = await tx.journalEntry.findMany({
    where: { dossierId, deed, actorId },
    orderBy: { seq: "asc" },
    select: { payload: true },
  });
  // The entries of changes that may have a name carry one thing each.
  return entries.flatMap(({ payload }) => Object.values(payload as object).slice(0, 1));
}
