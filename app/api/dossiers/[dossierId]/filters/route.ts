import { handle } from "@/lib/http/handle";
import { filterOperations } from "@/lib/http/operations/links";
import { saveFilter } from "@/lib/savedFilters/commands";
import { listFilters } from "@/lib/savedFilters/queries";

export const GET = handle(filterOperations.list, listFilters);
export const POST = handle(filterOperations.save, saveFilter);
