import { handle } from "@/lib/http/handle";
import { linkOperations } from "@/lib/http/operations/links";
import { readLinkAround } from "@/lib/links/storyQueries";

export const GET = handle(linkOperations.around, readLinkAround);
