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
