import type { NoteLink, ReportPage } from "@/lib/exporting/html/model";
import { linkStatusWords, relationWords, sameEventWords, strengthWords } from "@/lib/exporting/html/words";
import type { SnapshotLink } from "@/lib/reports/snapshot";

/** What kind of link it is, in words: strength, same event or not, severity, status. */
export function linkTraits(link: SnapshotLink): string {
  const isContradiction = link.relation === "contradicts";
  const traits = [
    link.strength && strengthWords[link.strength],
    (isContradiction || link.sameEvent !== "unknown") && sameEventWords[link.sameEvent],
    link.severity && `Severity: ${link.severity}`,
    (isContradiction || link.status !== "open") && linkStatusWords[link.status],
  ];
  return traits.filter((trait) => Boolean(trait)).join(" · ");
}

/** A link's verb, read from one of its ends. */
export function verbOf({ link, isFrom }: NoteLink): string {
  return relationWords[link.relation][isFrom ? 0 : 1];
}

/** Two amnesties are not one story told twice: an apparent contradiction says so in a sentence of its own. */
export function cautionOf(link: SnapshotLink): string | null {
  return link.relation === "contradicts" && link.strength !== "direct" && link.sameEvent === "no"
    ? "The two passages speak of different events: read alone they seem to contradict each other, they do not exclude each other."
    : null;
}

/** "Contradiction 2: figure". */
export function contradictionTitle(link: SnapshotLink, number: number): string {
  return `Contradiction ${number}${link.subtype ? `: ${link.subtype}` : ""}`;
}

/** Contradictions first, then the other links, as every format lists them. */
export function allLinks({ contradictions, otherLinks }: ReportPage): SnapshotLink[] {
  return [...contradictions, ...otherLinks];
}
