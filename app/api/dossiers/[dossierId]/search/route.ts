import { handle } from "@/lib/http/handle";
import { searchOperations } from "@/lib/http/operations/search";
import { searchDossier } from "@/lib/search/queries";

export const GET = handle(searchOperations.search, searchDossier);
