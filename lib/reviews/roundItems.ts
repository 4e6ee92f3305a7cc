import type { Snapshot } from "@/lib/reports/snapshot";
import { grouped } from "@/lib/text/grouped";
import { itemHashes, itemKey } from "./itemHash";
import type { RoundItem } from "./schema";
import { type LastDecision, type Standing, standingOf } from "./standing";

/**
 * The items that a snapshot puts before reviewers, each with how it stands to the decisions before. Where an
 * acceptance is carried over, it is there: made by whom and when it was, in the round it was made in.
 */
export function roundItems(
  snapshot: Snapshot,
  before: ReadonlyMap<string, LastDecision>,
): (RoundItem & { standing: Standing })[] {
  const { annotations, links, evidence } = snapshot;
  const hashes = itemHashes(snapshot);
  const sources = grouped(evidence, ({ annotationId }) => annotationId);
  const frozen = [
    ...annotations.map((annotation) => ({
      ...{ type: "annotation" as const, id: annotation.id, itemVersion: annotation.version },
      // Whoever gave evidence for it made it too.
      makers: makersOf(annotation, ...(sources.get(annotation.id) ?? [])),
    })),
    ...links.map((link) => ({
      ...{ type: "link" as const, id: link.id, itemVersion: link.version },
      makers: makersOf(link),
    })),
  ];
  return frozen.map((item) => {
    const contentHash = hashes.get(itemKey(item)) ?? "";
    const last = before.get(itemKey(item));
    const standing = standingOf({ contentHash, makers: item.makers }, last);
    return { ...item, contentHash, standing, ...(standing === "carried" && last ? carried(last) : open) };
  });
}

const open = {
  ...{ decision: null, reason: "", suggestion: "", decidedBy: null, decidedAt: null, carriedFrom: null },
};

function carried({ item, roundId }: LastDecision) {
  const { decision, reason, decidedBy, decidedAt, carriedFrom } = item;
  return { decision, reason, suggestion: "", decidedBy, decidedAt, carriedFrom: carriedFrom ?? roundId };
}

function makersOf(...things: { createdBy: string; updatedBy: string }[]): string[] {
  return [...new Set(things.flatMap(({ createdBy, updatedBy }) => [createdBy, updatedBy]))];
}
