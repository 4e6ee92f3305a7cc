import { z } from "zod";
import { singleStepSchema } from "@/lib/desk/stepSchema";
import type { SingleStep } from "@/lib/desk/steps";
import { id, instant } from "@/lib/http/fields";
import { type PendingSubject, subjectKey } from "./pending";

/**
 * Something a person did that the server has not answered yet: data, so that it outlives the page. What it shows and
 * what is sent follow from it (changeTable.ts).
 */
export type QueuedChange = {
  /** UUIDv7, so that changes sort in the order they were made; names the change to the server. */
  id: string;
  dossierId: string;
  userId: string;
  /** UTC instant. */
  at: string;
  /** One; or many annotations made, deleted or brought back in one request. */
  steps: readonly SingleStep[];
  /** By {@link subjectKey}: the version of each thing that the change was made on. 0: there was none. */
  stands: Readonly<Record<string, number>>;
};

/** The server's no, as it is kept until the person has decided. */
export type KeptRefusal = {
  status: number;
  code: string;
  message: string;
  field?: string | undefined;
  /** What is stored instead. */
  current?: unknown;
};

/** A change as it is kept in the browser. */
export type KeptChange = QueuedChange & { refusal?: KeptRefusal | undefined };

/** Goes up when what is kept changes its shape. */
const SHAPE = 1;

const keptSchema = z.strictObject({
  shape: z.literal(SHAPE),
  id,
  dossierId: id,
  userId: id,
  at: instant,
  steps: z.array(singleStepSchema).min(1),
  stands: z.record(z.string(), z.int()),
  refusal: z
    .object({
      status: z.int(),
      code: z.string(),
      message: z.string(),
      field: z.string().optional(),
      current: z.unknown().optional(),
    })
    .optional(),
});

export function packedChange(change: KeptChange): Record<string, unknown> {
  return { shape: SHAPE, ...JSON.parse(JSON.stringify(change)) };
}

/** A change that was kept; null for anything else. */
export function unpackedChange(kept: unknown): KeptChange | null {
  const parsed = keptSchema.safeParse(kept);
  if (!parsed.success) return null;
  const { shape: _shape, ...change } = parsed.data;
  return change as KeptChange;
}

/** What a step is about. */
export function subjectOf(step: SingleStep): PendingSubject {
  if (step.noun === "sentence") {
    const { revisionId, start } = step.place;
    return { noun: "sentence", revisionId, start };
  }
  return { noun: step.noun, id: step.does === "change" ? step.id : step.thing.id };
}

/** The {@link subjectKey} of everything a change is about. */
export function keysOf({ steps }: Pick<QueuedChange, "steps">): string[] {
  return steps.map((step) => subjectKey(subjectOf(step)));
}
