import { handle } from "@/lib/http/handle";
import { linkOperations } from "@/lib/http/operations/links";
import { readPicture } from "@/lib/links/pictureQueries";

export const GET = handle(linkOperations.picture, readPicture);
