import { requireReader } from "@/lib/auth/access";
import { callerFromRequest } from "@/lib/auth/identify";
import { database } from "@/lib/db/client";
import { answering, handle, type RouteHandler, requireContext } from "@/lib/http/handle";
import { dossierOperations } from "@/lib/http/operations/dossiers";
import { readInput } from "@/lib/http/readInput";
import { Refusal } from "@/lib/http/refusal";
import { readEntries } from "@/lib/journal/queries";
import { journalHead } from "@/lib/journal/tail";
import { processLive } from "@/lib/live/processLive";
import { streamResponse } from "@/lib/live/stream";

const page = handle(dossierOperations.events, readEntries);

const stream = answering(async (request, params) => {
  const context = await requireContext(request);
  const { input } = await readInput(dossierOperations.events, request, params);
  const { dossierId, after } = input;
  await requireReader(context, dossierId);
  const { id, sessionId = null, endsAt = null } = context.caller;
  return streamResponse({
    live: processLive(),
    dossierId,
    after: lastEventId(request) ?? after,
    head: await journalHead(context.db, dossierId),
    ...{ userId: id, sessionId, endsAt },
    mayRead: () => mayRead(request, dossierId),
    signal: request.signal,
  });
});

/** `GET /api/dossiers/{id}/events`: the live stream for who asks for one, else a page of entries. */
export const serveEvents: RouteHandler = (request, route) => {
  const wantsStream = request.headers.get("accept")?.includes("text/event-stream") ?? false;
  return wantsStream ? stream(request, route) : page(request, route);
};

/** A browser that connects again by itself says where it was; that is later than what its address says. */
function lastEventId(request: Request): number | null {
  const given = request.headers.get("last-event-id") ?? "";
  return /^\d{1,9}$/.test(given) ? Number(given) : null;
}

/** Whether the session or token still holds and its user is still a member. */
async function mayRead(request: Request, dossierId: string): Promise<boolean> {
  const caller = await callerFromRequest(request);
  if (!caller) return false;
  try {
    await requireReader({ db: database(), caller }, dossierId);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
