import type { Transaction } from "@/lib/db/client";
import { Refusal } from "@/lib/http/refusal";
import type { Kind } from "./kinds";
import { presentAnnotation } from "./present";
import type { Annotation } from "./schema";

type Place = Pick<Annotation, "revisionId" | "start" | "end" | "kind" | "createdBy"> & { id: string };

const names: Record<Kind, string> = {
  claim: "a claim",
  figure: "a figure",
  official_statement: "an official statement",
};

/**
 * The same words are tagged as the same kind once: a second annotation of them would be the first one's double, with
 * half of the notes and evidence each. People who annotate independently may each tag them. To be asked while the dossier's row is locked, so that two at once cannot pass.
 * @throws Refusal `duplicate` with the annotation that stands there as `current`
 */
export async function refuseTwin(tx: Transaction, place: Place): Promise<void> {
  const { id, revisionId, start, end, kind, createdBy } = place;
  const twin = await tx.annotation.findFirst({
    where: {
      ...{ revisionId, start, end, kind, deletedAt: null, id: { not: id } },
      OR: [{ createdById: createdBy }, { article: { independent: false } }],
    },
    orderBy: { id: "asc" },
  });
  if (!twin) return;
  throw new Refusal("duplicate", `These words are tagged as ${names[kind]} already.`, {
    field: "kind",
    current: presentAnnotation(twin),
  });
}
