import { z } from "zod";

/** What a passage can be tagged as; one passage may carry several annotations of different kinds. */
export const kinds = ["claim", "figure", "official_statement"] as const;
export const kindSchema = z.enum(kinds);
export type Kind = z.infer<typeof kindSchema>;

export const checkStatuses = [
  "unchecked",
  "checking",
  "confirmed",
  "corrected",
  "disputed",
  "unverifiable",
  "cut",
] as const;
export const checkStatusSchema = z.enum(checkStatuses);
export type CheckStatus = z.infer<typeof checkStatusSchema>;

export const confidences = ["low", "medium", "high"] as const;
export const confidenceSchema = z.enum(confidences);
export type Confidence = z.infer<typeof confidenceSchema>;
