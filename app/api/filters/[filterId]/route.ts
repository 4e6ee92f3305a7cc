import { handle } from "@/lib/http/handle";
import { filterOperations } from "@/lib/http/operations/links";
import { changeFilter, deleteFilter } from "@/lib/savedFilters/commands";

export const PATCH = handle(filterOperations.change, changeFilter);
export const DELETE = handle(filterOperations.delete, deleteFilter);
