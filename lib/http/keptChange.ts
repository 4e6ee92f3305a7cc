import type { Operation } from "@/lib/http/operation";
import { Refusal } from "@/lib/http/refusal";
import { id } from "./fields";

/** The id of the person who made a change, where it may be sent after another has signed in at the same browser. */
export const PERSON_HEADER = "Stet-Person";
/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ ; a UUID here. */
export const DEED_HEADER = "Idempotency-Key";

/** The name of the change, for an operation that takes one. @throws Refusal `invalid` when it is no UUID */
export function deedOf({ isRepeatable }: Operation, request: Request): { deed?: string } {
  const given = request.headers.get(DEED_HEADER);
  if (!isRepeatable || given === null) return {};
  const parsed = id.safeParse(given);
  if (!parsed.success) throw new Refusal("invalid", `${DEED_HEADER} is a UUID.`, { field: DEED_HEADER });
  return { deed: parsed.data };
}

/**
 * Refuses what another person made at this browser: their change waits until they sign in again.
 * @throws Refusal `unauthenticated`
 */
export function requireSamePerson(request: Request, callerId: string): void {
  const given = request.headers.get(PERSON_HEADER);
  if (given === null || given === callerId) return;
  throw new Refusal("unauthenticated", "Someone else is signed in at this browser now.");
}
