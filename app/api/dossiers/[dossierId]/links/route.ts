import { handle } from "@/lib/http/handle";
import { linkOperations } from "@/lib/http/operations/links";
import { changeLinks } from "@/lib/links/bulkCommands";
import { createLink } from "@/lib/links/commands";
import { listLinks } from "@/lib/links/queries";

export const GET = handle(linkOperations.list, listLinks);
export const POST = handle(linkOperations.create, createLink);
export const PATCH = handle(linkOperations.changeMany, changeLinks);
