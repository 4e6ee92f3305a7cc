import type { Entry } from "@/lib/journal/entries";
import type { Following, Hub } from "@/lib/live/hub";

type StreamOptions = {
  hub: Hub;
  dossierId: string;
  /** The last number that the reader has. */
  after: number;
  userId: string;
  /** Whether the reader may still read; rejects when nobody can say now. */
  mayRead(): Promise<boolean>;
  /** Aborted when the reader is gone. */
  signal: AbortSignal;
};

const heartbeat = 15_000;
/** Heartbeats that a reader may let pass without reading anything before it is dropped. */
const patience = 4;
const highWaterMark = 64 * 1024;

/**
 * A dossier's journal as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): first
 * what comes after `after`, then what happens, each once and in order. `id` is the entry's number. Ends with an
 * event `closed` when the right to read is lost. At most one page of entries waits for a slow reader.
 */
export function streamResponse(options: StreamOptions): Response {
  const { hub, dossierId, userId, mayRead, signal } = options;
  const encoder = new TextEncoder();
  let following: Following | undefined;
  let timer: NodeJS.Timeout | undefined;
  let idleBeats = 0;
  /** Two may be under way, a heartbeat’s and one that an entry asked for: nothing is sent until both are answered. */
  let checks = 0;
  let isOver = false;

  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (text: string) => controller.enqueue(encoder.encode(text));
        const end = (lastWords = "") => {
          if (isOver) return;
          cleanUp();
          if (lastWords) send(lastWords);
          controller.close();
        };
        /** Nothing is sent while it is asked; `onYes` once it is sure. */
        const check = async (onYes = () => {}) => {
          checks += 1;
          const answer = await mayRead().catch(() => null);
          checks -= 1;
          if (isOver) return;
          if (answer === false) return end(lostAccess);
          if (answer) onYes();
          following?.nudge();
        };
        const reader = {
          cursor: options.after,
          ready: () => !isOver && checks === 0 && (controller.desiredSize ?? 0) > 0,
          take(entries: readonly Entry[]) {
            const upTo = entries.findIndex((entry) => endsAccess(entry, userId));
            const taken = upTo < 0 ? entries : entries.slice(0, upTo + 1);
            reader.cursor = taken.at(-1)?.seq ?? reader.cursor;
            send(taken.map(eventOf).join(""));
            // It may have been long ago and taken back since: who knows is the database.
            if (upTo >= 0) void check();
          },
        };
        const beat = () => {
          if ((controller.desiredSize ?? 0) > 0) {
            idleBeats = 0;
            void check(() => send(": still here\n\n"));
          } else if (++idleBeats >= patience) {
            cleanUp();
            controller.error(new Error("The reader does not read."));
          }
        };
        signal.addEventListener("abort", () => end(), { once: true });
        if (signal.aborted) return end();
        send("retry: 1000\n: Stet\n\n");
        timer = setInterval(beat, heartbeat);
        timer.unref();
        following = hub.follow(dossierId, reader);
      },
      pull: () => following?.nudge(),
      cancel: () => cleanUp(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark }),
  );

  function cleanUp(): void {
    isOver = true;
    clearInterval(timer);
    following?.leave();
  }

  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-cache, no-transform",
      "x-accel-buffering": "no",
    },
  });
}

const lostAccess = 'event: closed\ndata: {"code":"not_found"}\n\n';

function eventOf(entry: Entry): string {
  return `id: ${entry.seq}\nevent: entry\ndata: ${JSON.stringify(entry)}\n\n`;
}

/** Whether an entry may have ended the user's right to read. */
function endsAccess(entry: Entry, userId: string): boolean {
  switch (entry.type) {
    case "member.removed":
    case "member.changed":
      return entry.payload.member.userId === userId;
    case "dossier.deleted":
      return true;
    default:
      return false;
  }
}
