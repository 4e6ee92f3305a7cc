import { z } from "zod";

const id = z.uuid().optional().catch(undefined);

/**
 * What a comparison's address says: articles, revisions of them where not the newest, the annotations that are open in
 * each, and the side that keys go to. What it does not understand it does not ask for.
 */
export const compareQuery = z.object({
  ...{ left: id, right: id },
  ...{ leftRevision: id, rightRevision: id },
  ...{ leftAt: id, rightAt: id },
  side: z.enum(["left", "right"]).optional().catch(undefined),
});
export type CompareQuery = z.infer<typeof compareQuery>;

/** Where two articles, two places of one, or two revisions stand side by side. */
export function comparePath(dossierId: string, query: CompareQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return `/dossiers/${dossierId}/compare?${new URLSearchParams(given)}`;
}

/** The same comparison with its sides exchanged. */
export function swapped(query: CompareQuery): CompareQuery {
  return {
    ...{ left: query.right, right: query.left },
    ...{ leftRevision: query.rightRevision, rightRevision: query.leftRevision },
    ...{ leftAt: query.rightAt, rightAt: query.leftAt },
    side: query.side && (query.side === "left" ? "right" : "left"),
  };
}
