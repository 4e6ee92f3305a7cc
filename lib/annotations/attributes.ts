import { z } from "zod";
import { line as oneLine, plainDate, text } from "@/lib/http/fields";
import type { Kind } from "./kinds";

/** May be empty: a field that was cleared. */
const line = text(500).transform((value) => value.trim());
const entry = oneLine(500);

const attribution = {
  speaker: line.optional(),
  role: line.optional(),
  /** From the origin to the article, e.g. decree, then news agency. */
  via: z.array(entry).max(10).optional(),
  mode: z.enum(["direct", "indirect", "mixed"]).optional(),
  saidOn: plainDate.optional(),
  eventOn: plainDate.optional(),
};

export const claimAttributesSchema = z.strictObject({
  normalised: line.optional(),
  hedges: z.array(entry).max(20).optional(),
  ...attribution,
});

export const figureAttributesSchema = z
  .strictObject({
    value: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    unit: line.optional(),
    approximate: z.boolean().optional(),
    asOf: plainDate.optional(),
    period: line.optional(),
    population: line.optional(),
  })
  .refine((figure) => figure.min === undefined || figure.max === undefined || figure.min <= figure.max, {
    message: "The lowest value is above the highest.",
    path: ["min"],
  })
  .refine(({ value, min }) => value === undefined || min === undefined || min <= value, {
    message: "The value is below the lowest.",
    path: ["value"],
  })
  .refine(({ value, max }) => value === undefined || max === undefined || value <= max, {
    message: "The value is above the highest.",
    path: ["value"],
  });

export const statementAttributesSchema = z.strictObject(attribution);

/** Attributes belong to the kind: each kind has its own strict shape (design: "Annotation attributes"). */
export const attributesSchemas = {
  claim: claimAttributesSchema,
  figure: figureAttributesSchema,
  official_statement: statementAttributesSchema,
} as const satisfies Record<Kind, z.ZodType>;

export type Attributes = z.infer<(typeof attributesSchemas)[Kind]>;
