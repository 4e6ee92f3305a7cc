/** One thing in the database that the journal does not bear out. */
export type Finding = {
  dossierId: string | null;
  table: string;
  /** The row's; null where it is about the table or the journal as a whole. */
  id: string | null;
  field: string | null;
  /** For a person. */
  sentence: string;
};

export type Findings = AsyncGenerator<Finding, void, undefined>;
