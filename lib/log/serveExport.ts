import { requireReader } from "@/lib/auth/access";
import { chainedOf, type JournalHeader } from "@/lib/checkpoints/journalFile";
import { makeCheckpoint } from "@/lib/checkpoints/make";
import type { Database } from "@/lib/db/client";
import { answering, type RouteHandler, requireContext } from "@/lib/http/handle";
import { logOperations } from "@/lib/http/operations/log";
import { readInput } from "@/lib/http/readInput";
import { canonicalJson } from "@/lib/journal/canonical";
import { entriesAfter } from "@/lib/journal/tail";

const PAGE = 200;

/**
 * `GET /api/dossiers/{id}/journal/export`: the whole journal as JSON lines, ending with the checkpoint of just these
 * entries, which is made for it if need be. Read and sent a page at a time, as fast as it is taken.
 */
export const serveJournalExport: RouteHandler = answering(async (request, params) => {
  const context = await requireContext(request);
  const { input } = await readInput(logOperations.export, request, params);
  await requireReader(context, input.dossierId);
  const lines = journalLines(context.db, input.dossierId);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await lines.return(undefined)),
  });
  return new Response(body, {
    headers: {
      "content-type": "application/jsonl; charset=utf-8",
      "content-disposition": `attachment; filename="journal-${input.dossierId}.jsonl"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
});

/** The file in pieces; see {@link JournalHeader}. */
export async function* journalLines(
  db: Database,
  dossierId: string,
): AsyncGenerator<string, void, undefined> {
  const checkpoint = await makeCheckpoint(db, dossierId);
  const { size } = checkpoint.signed;
  const header: JournalHeader = { format: "stet.journal", formatVersion: 1, dossierId, size };
  yield `${canonicalJson(header)}\n`;
  for (let after = 0; after < size; ) {
    const entries = await entriesAfter(db, dossierId, after, Math.min(PAGE, size - after));
    const last = entries.at(-1);
    if (!last) throw new Error(`The journal of dossier ${dossierId} ends before its checkpoint.`);
    yield entries.map((entry) => `${canonicalJson(chainedOf(entry))}\n`).join("");
    after = last.seq;
  }
  yield `${canonicalJson(checkpoint)}\n`;
}
