import { attributeWords } from "@/lib/annotations/attributeWords";
import type { CheckStatus, Kind } from "@/lib/annotations/kinds";
import type { LinkStatus, Relation, SameEvent, Strength } from "@/lib/links/relations";
import type { SnapshotEvidence } from "@/lib/reports/snapshot";

/** The words a reader of a report sees for our codes. */
export const kindWords: Record<Kind, string> = {
  claim: "Claim",
  figure: "Figure",
  official_statement: "Official statement",
};

/** CSS classes of the kinds; no user text reaches a class. */
export const kindClass: Record<Kind, string> = {
  claim: "claim",
  figure: "figure",
  official_statement: "official",
};

export const checkStatusWords: Record<CheckStatus, string> = {
  unchecked: "Not checked yet",
  checking: "Being checked",
  confirmed: "Confirmed",
  corrected: "Corrected",
  disputed: "Disputed",
  unverifiable: "Cannot be verified",
  cut: "Cut",
};

/** A relation read from its first end and from its second. */
export const relationWords: Record<Relation, readonly [from: string, to: string]> = {
  contradicts: ["contradicts", "contradicts"],
  qualifies: ["qualifies", "is qualified by"],
  supersedes: ["supersedes", "is superseded by"],
  supports: ["supports", "is supported by"],
  repeats: ["repeats", "repeats"],
  disputes: ["disputes", "is disputed by"],
  context: ["gives context to", "has context in"],
};

export const strengthWords: Record<Strength, string> = { direct: "Direct", apparent: "Apparent" };

export const sameEventWords: Record<SameEvent, string> = {
  yes: "Same event",
  no: "Different events",
  unknown: "Same event? Not known",
};

export const linkStatusWords: Record<LinkStatus, string> = {
  open: "Open",
  confirmed: "Confirmed",
  explained: "Explained",
  dismissed: "Dismissed",
};

export const stanceWords: Record<SnapshotEvidence["stance"], string> = { for: "For", against: "Against" };

/** Attributes in the order in which a person reads them; one that has no words here comes last, under its name. */
export function attributeRows(attributes: Record<string, unknown>): { label: string; value: unknown }[] {
  const known = Object.keys(attributeWords).filter((key) => Object.hasOwn(attributes, key));
  const others = Object.keys(attributes).filter((key) => !Object.hasOwn(attributeWords, key));
  return [...known, ...others.sort()].map((key) => ({
    label: Object.hasOwn(attributeWords, key) ? (attributeWords[key] ?? key) : key,
    value: attributes[key],
  }));
}
