import { operation } from "@/lib/http/operation";
import { searchAnswerSchema, searchInput } from "@/lib/search/schema";

export const searchOperations = {
  search: operation(
    "GET /api/dossiers/[dossierId]/search",
    'Passages of a dossier\'s articles that have all words of `q`; "quotes" find exactly, -word leaves out',
    searchInput,
    searchAnswerSchema,
  ),
};
