import { handle } from "@/lib/http/handle";
import { linkOperations } from "@/lib/http/operations/links";
import { seeLink } from "@/lib/links/commands";

export const POST = handle(linkOperations.see, seeLink);
