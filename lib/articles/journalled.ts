import { z } from "zod";
import { id, instant } from "@/lib/http/fields";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What the journal says of a text when it is stored: enough to know it again, not the text itself. */
export const journalledRevisionSchema = z.object({
  id,
  number: z.int(),
  /** Of the canonical text. */
  sha256: hash,
  /** Of the document's canonical JSON. */
  documentSha256: hash,
  originalName: z.string().nullable(),
  originalType: z.string(),
  /** Of the file that it came from. */
  originalSha256: hash,
  createdBy: id,
  createdAt: instant,
});
export type JournalledRevision = z.infer<typeof journalledRevisionSchema>;

type Row = Omit<JournalledRevision, "createdBy" | "createdAt"> & { createdById: string; createdAt: Date };

export function journalledRevision(row: Row): JournalledRevision {
  const { id, number, sha256, documentSha256, originalName, originalType, originalSha256 } = row;
  return {
    ...{ id, number, sha256, documentSha256, originalName, originalType, originalSha256 },
    ...{ createdBy: row.createdById, createdAt: row.createdAt.toISOString() },
  };
}
