import { handle } from "@/lib/http/handle";
import { linkOperations } from "@/lib/http/operations/links";
import { changeLink, deleteLink } from "@/lib/links/commands";
import { readLink } from "@/lib/links/queries";

export const GET = handle(linkOperations.read, readLink);
export const PATCH = handle(linkOperations.change, changeLink);
export const DELETE = handle(linkOperations.delete, deleteLink);
