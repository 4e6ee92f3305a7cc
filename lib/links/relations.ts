import { z } from "zod";

/** How one annotation stands to another; `from` reads as the subject ("from qualifies to"). */
export const relations = [
  "contradicts",
  "qualifies",
  "supersedes",
  "supports",
  "repeats",
  "disputes",
  "context",
] as const;
export const relationSchema = z.enum(relations);
export type Relation = z.infer<typeof relationSchema>;

/** Relations that read the same from either end: a pair may carry each only once, whichever end came first. */
export const symmetricRelations: readonly Relation[] = ["contradicts", "repeats"];

export const subtypes = [
  "scope",
  "figure",
  "negation",
  "time",
  "attribution",
  "definition",
  "counterexample",
  "other",
] as const;
export const subtypeSchema = z.enum(subtypes);
export type Subtype = z.infer<typeof subtypeSchema>;

export const sameEventSchema = z.enum(["yes", "no", "unknown"]);
export type SameEvent = z.infer<typeof sameEventSchema>;

export const strengthSchema = z.enum(["direct", "apparent"]);
export type Strength = z.infer<typeof strengthSchema>;

export const severitySchema = z.enum(["minor", "major", "critical"]);
export type Severity = z.infer<typeof severitySchema>;

export const linkStatusSchema = z.enum(["open", "confirmed", "explained", "dismissed"]);
export type LinkStatus = z.infer<typeof linkStatusSchema>;
