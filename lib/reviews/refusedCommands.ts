import type { Context } from "@/lib/auth/caller";
import { Refusal } from "@/lib/http/refusal";
import { changeByStet } from "@/lib/journal/change";
import type { Payload } from "@/lib/journal/entries";

type Attempt = Payload<"round.refused">["attempt"];

/**
 * Does `work`; when it is refused because of who asks, or because a signature was asked for over other content than
 * the open round's, that goes into the journal before the refusal goes out: who, what, and why not. The same attempt
 * by the same person is written once a round. What honest work meets (another was faster, something changed, the
 * round is closed) is not written.
 */
export async function journallingRefusals<T>(
  context: Context,
  { dossierId, roundId }: { dossierId: string; roundId: string },
  attempt: Attempt,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal && isTelling(error)) {
      await journal(context, { dossierId, roundId }, { attempt, code: error.code, reason: error.message });
    }
    throw error;
  }
}

function isTelling({ code, field }: Refusal): boolean {
  return code === "forbidden" || (code === "outdated" && field === "contentHash");
}

async function journal(
  { db, caller }: Context,
  { dossierId, roundId }: { dossierId: string; roundId: string },
  refused: { attempt: Attempt; code: string; reason: string },
): Promise<void> {
  await changeByStet(db, dossierId, async (tx) => {
    const { status } = await tx.round.findUniqueOrThrow({ where: { id: roundId }, select: { status: true } });
    if (status !== "in_review") return [];
    const payload: Payload<"round.refused"> = { roundId, by: caller.id, ...refused };
    const earlier = await tx.journalEntry.findMany({
      where: { dossierId, subjectType: "round", subjectId: roundId, type: "round.refused" },
      select: { payload: true },
    });
    const isKnown = earlier.some((entry) => {
      const { by, attempt, code } = entry.payload as Payload<"round.refused">;
      return by === payload.by && attempt === payload.attempt && code === payload.code;
    });
    return isKnown ? [] : [{ type: "round.refused", subject: { type: "round", id: roundId }, payload }];
  });
}
