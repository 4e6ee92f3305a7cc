import { handle } from "@/lib/http/handle";
import { linkOperations } from "@/lib/http/operations/links";
import { restoreLink } from "@/lib/links/commands";

export const POST = handle(linkOperations.restore, restoreLink);
