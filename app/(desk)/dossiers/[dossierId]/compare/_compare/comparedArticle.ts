import type { PackedRevision } from "../../articles/[articleId]/_desk/packedRevision";

/** What stands on one side. */
export type ComparedArticle = {
  articleId: string;
  revisionId: string;
  revision: PackedRevision;
  /** All of the article, oldest first. */
  revisions: readonly { id: string; number: number; createdAt: string }[];
  /** The annotation to open first. */
  at: string | null;
};
