import type { z } from "zod";
import type { Context } from "@/lib/auth/caller";
import { comparedRounds, type ReviewMaterial, reviewMaterial } from "./material";
import { frozenSnapshot, readRound, roundsOfReport } from "./queries";
import type { Round, roundParams, roundWithSnapshotSchema } from "./schema";

type Frozen = Pick<z.infer<typeof roundWithSnapshotSchema>, "snapshot" | "outdated">;

/** A round for its reviewers: what it froze, and what that was in earlier rounds where it differs. */
export async function readReview(
  context: Context,
  input: z.infer<typeof roundParams>,
): Promise<Frozen & { round: Round; material: ReviewMaterial }> {
  const { snapshot, outdated, ...round } = await readRound(context, input);
  const rounds = await roundsOfReport(context.db, round.reportId);
  const earlier = await Promise.all(
    comparedRounds(round, rounds).map(async (id) => ({
      ...{ id, number: rounds.find((one) => one.id === id)?.number ?? 0 },
      snapshot: await frozenSnapshot(context.db, id),
    })),
  );
  return { round, snapshot, outdated, material: reviewMaterial(round, snapshot, rounds, earlier) };
}
