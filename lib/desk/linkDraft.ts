import { z } from "zod";
import { type Annotation, annotationSchema } from "@/lib/annotations/schema";
import { id } from "@/lib/http/fields";
import type { Relation, SameEvent, Severity, Strength, Subtype } from "@/lib/links/relations";
import { linkSchema } from "@/lib/links/schema";

/** A link that still looks for its other end, kept while the person walks through articles. */
export type LinkDraft = {
  dossierId: string;
  from: string;
  /** The end itself while nobody has tagged it: it comes into being with the link. */
  unborn?: Annotation;
};

const draftSchema = z.strictObject({ dossierId: id, from: id, unborn: annotationSchema.optional() });

/** Where the browser keeps the draft: this tab only, until it is closed. */
export const LINK_DRAFT_KEY = "stet.linkDraft";

/** A draft as stored; null for nothing, something else, or another dossier's. */
export function parseLinkDraft(stored: string | null, dossierId: string): LinkDraft | null {
  if (stored === null) return null;
  try {
    const draft = draftSchema.parse(JSON.parse(stored));
    return draft.dossierId === dossierId ? draft : null;
  } catch {
    return null;
  }
}

export type LinkDetails = {
  relation: Relation;
  subtype: Subtype | null;
  sameEvent: SameEvent;
  strength: Strength | null;
  severity?: Severity | null;
  rationale: string;
  /** A member's id; left out where a form does not ask for it. */
  owner?: string | null;
};

/** What a link says, as a form has it. */
export function detailsOf(link: Required<LinkDetails>): Required<LinkDetails> {
  const { relation, subtype, sameEvent, strength, severity, rationale, owner } = link;
  return { relation, subtype, sameEvent, strength, severity, rationale, owner };
}

/** What was typed of a link, as it is kept in the browser. */
export const linkDetailsSchema = linkSchema.pick({
  ...{ relation: true, subtype: true, sameEvent: true, strength: true, severity: true },
  ...{ rationale: true, owner: true },
});

type End = Pick<Annotation, "articleId" | "kind">;

/**
 * What a new link says before anyone changes it. Across articles people link what contradicts; inside one article,
 * what repeats or qualifies is as likely, so nothing stronger than context is presumed. Two figures contradict as
 * figures. Whether both speak of the same event only a person can know.
 */
export function linkDefaults(from: End, to: End): LinkDetails {
  const contradicts = from.articleId !== to.articleId;
  const areFigures = from.kind === "figure" && to.kind === "figure";
  return {
    relation: contradicts ? "contradicts" : "context",
    subtype: contradicts && areFigures ? "figure" : null,
    sameEvent: "unknown",
    strength: contradicts ? "apparent" : null,
    rationale: "",
  };
}

/** Subtype, strength and severity belong to contradictions; other relations carry none. */
export function fittingDetails(details: LinkDetails): LinkDetails {
  return details.relation === "contradicts"
    ? details
    : { ...details, subtype: null, strength: null, severity: null };
}
