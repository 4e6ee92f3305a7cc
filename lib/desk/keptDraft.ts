import { z } from "zod";

/** Goes up when what is kept changes its shape: older drafts are then not understood, and left alone. */
const SHAPE = 1;

const aboutSchema = z.strictObject({
  /** What the draft belongs to, in words: "Note on “490 people were freed”". */
  says: z.string(),
  /** The annotation it was written on, when it was. */
  annotationId: z.string().optional(),
  /** The link it was written on, when it was. */
  linkId: z.string().optional(),
  /** Of a draft for one field of it: which. */
  field: z.string().optional(),
});
/** What a draft is about: enough to find it again when its place is gone. */
export type DraftAbout = z.infer<typeof aboutSchema>;

const keptSchema = z.strictObject({
  shape: z.literal(SHAPE),
  /** UTC instant of the last key press. */
  at: z.string(),
  about: aboutSchema,
  value: z.json(),
  /** What was stored when it was begun. */
  base: z.json(),
  /** The same to be read and copied. */
  words: z.string(),
});

/** Something typed that the server does not have. */
export type KeptDraft = Omit<z.infer<typeof keptSchema>, "shape">;

/** Longer ones would fill the browser's room for all others; UTF-16 units. */
const MOST_LENGTH = 200_000;

/** Where a person's drafts of one dossier are; no other person's start so. */
export function draftPrefix(userId: string, dossierId: string): string {
  return `stet.draft:${userId}:${dossierId}:`;
}

export function packedDraft(draft: KeptDraft): string | null {
  const packed = JSON.stringify({ shape: SHAPE, ...draft });
  return packed.length > MOST_LENGTH ? null : packed;
}

/** A draft that was kept; null for anything else. */
export function unpackedDraft(packed: string | null): KeptDraft | null {
  if (packed === null) return null;
  try {
    const parsed = keptSchema.safeParse(JSON.parse(packed));
    if (!parsed.success) return null;
    const { shape: _shape, ...draft } = parsed.data;
    return draft;
  } catch {
    return null;
  }
}
