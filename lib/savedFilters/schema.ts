import { z } from "zod";
import { deletedAt, id, line, made, paging, queryVersion, text, version } from "@/lib/http/fields";
import { formatFilter, parseFilter } from "@/lib/links/filter";

/** A filter of the board, kept under a name for everybody in the dossier. */
export const savedFilterSchema = z.object({
  id,
  dossierId: id,
  name: z.string(),
  /** The query string of the board's address. */
  query: z.string(),
  ...made,
  deletedAt,
});
export type SavedFilter = z.infer<typeof savedFilterSchema>;

const name = line(80);
/** As the board itself would write it: what it does not know is left out. */
const query = text(4_000).transform((value) => formatFilter(parseFilter(value)));

export const listFiltersInput = z.strictObject({ dossierId: id, ...paging });
export const saveFilterInput = z.strictObject({ dossierId: id, id: id.optional(), name, query });
export const changeFilterInput = z.strictObject({
  filterId: id,
  version,
  name: name.optional(),
  query: query.optional(),
});
export const deleteFilterInput = z.strictObject({ filterId: id, version: queryVersion });
