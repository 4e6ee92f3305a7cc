import { errorResponse } from "@/lib/http/errorResponse";
import { notFound } from "@/lib/http/refusal";

/** Whatever the API does not have, answered as the API answers. */
const answer = (request: Request): Response => errorResponse(notFound(), request);

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
