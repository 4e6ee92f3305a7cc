import { z } from "zod";
import { asWebAddress } from "@/lib/evidence/addresses";
import { addEvidenceInput, evidenceSchema, stanceSchema, tierSchema } from "@/lib/evidence/schema";

/** A source as it is typed: everything is text until it is saved. */
export const evidenceDraftSchema = z.object({
  stance: stanceSchema,
  url: z.string(),
  title: z.string(),
  locator: z.string(),
  tier: tierSchema.or(z.literal("")),
  note: z.string(),
  /** A calendar day, YYYY-MM-DD. */
  retrievedOn: z.string(),
});
export type EvidenceDraft = z.infer<typeof evidenceDraftSchema>;
export const evidenceDetailsSchema = evidenceSchema.pick({
  ...{ stance: true, url: true, title: true, locator: true, tier: true, note: true, retrievedAt: true },
});
export type EvidenceDetails = z.infer<typeof evidenceDetailsSchema>;

/** What a source says, without whose it is and when. */
export function evidenceDetails(evidence: EvidenceDetails): EvidenceDetails {
  const { stance, url, title, locator, tier, note, retrievedAt } = evidence;
  return { stance, url, title, locator, tier, note, retrievedAt };
}

/** An empty form; a source is mostly noted on the day it is read. */
export function emptyDraft(now: Date): EvidenceDraft {
  const retrievedOn = now.toISOString().slice(0, 10);
  return { stance: "for", url: "", title: "", locator: "", tier: "", note: "", retrievedOn };
}

export function draftOf(evidence: EvidenceDetails): EvidenceDraft {
  const { stance, url, title, locator, tier, note, retrievedAt } = evidence;
  return {
    ...{ stance, title, note, url: url ?? "", locator: locator ?? "", tier: tier ?? "" },
    retrievedOn: retrievedAt?.slice(0, 10) ?? "",
  };
}

export type EvidenceErrors = Partial<Record<keyof EvidenceDraft, string>>;

/**
 * What would be saved, or what is wrong with each field: the server's own rules, asked before sending.
 *
 * @param was the instant stored so far: kept when the day is still the same
 */
export function readDraft(
  draft: EvidenceDraft,
  was: string | null,
  now: Date,
): { details: EvidenceDetails; errors: null } | { details: null; errors: EvidenceErrors } {
  const url = draft.url.trim() === "" ? null : (asWebAddress(draft.url) ?? draft.url.trim());
  const retrievedAt = instantOf(draft.retrievedOn, was, now);
  const shape = addEvidenceInput.omit({ annotationId: true, id: true });
  const read = shape.safeParse({
    ...{ stance: draft.stance, title: draft.title, note: draft.note, url, retrievedAt },
    ...{ locator: draft.locator.trim() || null, tier: draft.tier || null },
  });
  if (read.success) {
    const { tier = null, locator = null, note = "" } = read.data;
    return { details: { ...read.data, url, tier, locator, note, retrievedAt }, errors: null };
  }
  const errors: EvidenceErrors = {};
  for (const { path, message } of read.error.issues) {
    const field = path[0] === "retrievedAt" ? "retrievedOn" : (path[0] as keyof EvidenceDraft);
    errors[field] ??=
      field === "title" && draft.title.trim() === "" ? "Say what the source is called." : message;
  }
  if (errors.retrievedOn) errors.retrievedOn = "This is not a date.";
  return { details: null, errors };
}

/** Noon in UTC, which is the same day almost everywhere; today's is now. */
function instantOf(day: string, was: string | null, now: Date): string | null {
  if (day === "") return null;
  if (was?.slice(0, 10) === day) return was;
  if (now.toISOString().slice(0, 10) === day) return now.toISOString();
  return `${day}T12:00:00.000Z`;
}
