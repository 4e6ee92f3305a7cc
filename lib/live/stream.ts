import { bytesOf, type HotEntry } from "./hotEntry";
import type { Following } from "./hub";
import type { ProcessLive } from "./processLive";

type StreamOptions = {
  live: ProcessLive;
  dossierId: string;
  /** The last number that the reader has. */
  after: number;
  /** The journal's number, read after the request came. */
  head: number;
  userId: string;
  /** The sign-in that the request came with; null for a token. */
  sessionId: string | null;
  /** When the session or token ends by itself. */
  endsAt: Date | null;
  /** Whether the reader may still read; rejects when nobody can say now. */
  mayRead(): Promise<boolean>;
  /** Aborted when the reader is gone. */
  signal: AbortSignal;
};

const heartbeat = 15_000;
/** Heartbeats that a reader may let pass without reading anything before it is dropped. */
const patience = 4;
const highWaterMark = 64 * 1024;
/** The longest that a timer can wait, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

const encoder = new TextEncoder();
const hello = encoder.encode("retry: 1000\n: Stet\n\n");
const stillHere = encoder.encode(": still here\n\n");
const lostAccess = encoder.encode('event: closed\ndata: {"code":"not_found"}\n\n');

/**
 * A dossier's journal as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): first
 * what comes after `after`, then what happens, each once and in order. `id` is the entry's number.
 *
 * - `entry`: a journal entry.
 * - `reload`, `{seq}`: too much is missing; read the state, entries go on after `seq`.
 * - `presence`: who is there (lib/presence/schema.ts); without an id.
 * - `closed`: the right to read is lost; the last event. Asked about as soon as anything says that it may be, and
 *   with every heartbeat.
 *
 * At most one page of entries waits for a slow reader.
 */
export function streamResponse(options: StreamOptions): Response {
  const { live, dossierId, userId, sessionId, mayRead, signal } = options;
  let following: Following | undefined;
  const undo: (() => void)[] = [];
  let goOnLater = () => {};
  let idleBeats = 0;
  /** Several may be under way, for several reasons: nothing is sent until all are answered. */
  let checks = 0;
  let isOver = false;

  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (bytes: Uint8Array) => controller.enqueue(bytes);
        const isReady = () => !isOver && checks === 0 && (controller.desiredSize ?? 0) > 0;
        const end = (lastWords?: Uint8Array) => {
          if (isOver) return;
          cleanUp();
          if (lastWords) send(lastWords);
          controller.close();
        };
        const ask = async () => {
          const answer = await mayRead().catch(() => null);
          if (answer === false) end(lostAccess);
          return !isOver && answer;
        };
        const check = async () => {
          checks += 1;
          await ask();
          checks -= 1;
          if (!isOver) goOn();
        };
        const reader = {
          cursor: options.after,
          ready: isReady,
          take(entries: readonly HotEntry[]) {
            const upTo = entries.findIndex((entry) => mayEnd(entry, userId));
            const taken = upTo < 0 ? entries : entries.slice(0, upTo + 1);
            reader.cursor = taken.at(-1)?.seq ?? reader.cursor;
            send(bytesOf(taken));
            // It may have been long ago and taken back since: who knows is the database.
            if (upTo >= 0) void check();
          },
          skipTo(seq: number) {
            reader.cursor = seq;
            send(encoder.encode(`event: reload\ndata: {"seq":${seq}}\n\n`));
          },
        };
        let lacksPresence = true;
        const sendPresence = (event: Uint8Array) => {
          if (isReady()) send(event);
          else lacksPresence = true;
        };
        const goOn = () => {
          if (lacksPresence && isReady()) {
            lacksPresence = false;
            send(live.presence.everyone(dossierId));
          }
          following?.nudge();
        };
        goOnLater = goOn;
        const beat = () => {
          if ((controller.desiredSize ?? 0) > 0) {
            idleBeats = 0;
            // Entries go on meanwhile: whatever ends access says so by itself, this only makes sure.
            void ask().then((yes) => yes && send(stillHere));
          } else if (++idleBeats >= patience) {
            cleanUp();
            controller.error(new Error("The reader does not read."));
          }
        };
        const gone = () => end();
        signal.addEventListener("abort", gone, { once: true });
        undo.push(() => signal.removeEventListener("abort", gone));
        if (signal.aborted) return end();
        send(hello);
        undo.push(repeating(heartbeat, beat));
        if (options.endsAt) undo.push(at(options.endsAt, () => void check()));
        undo.push(
          live.access.watch(userId, (ended) => {
            if (ended === null) void check();
            else if (ended === sessionId) end(lostAccess);
          }),
        );
        undo.push(live.presence.follow(dossierId, sendPresence));
        following = live.hub.follow(dossierId, reader, options.head);
        goOn();
      },
      pull: () => goOnLater(),
      cancel: () => cleanUp(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark }),
  );

  function cleanUp(): void {
    isOver = true;
    for (const one of undo.splice(0)) one();
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

function mayEnd({ endsAccessOf }: HotEntry, userId: string): boolean {
  return endsAccessOf === "everyone" || endsAccessOf === userId;
}

function repeating(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}

/** At an instant, or a little after; one that is weeks away is left to the heartbeats. */
function at(instant: Date, work: () => void): () => void {
  const wait = instant.getTime() - Date.now() + 1;
  if (wait > longestTimer) return () => {};
  const timer = setTimeout(work, Math.max(0, wait));
  timer.unref();
  return () => clearTimeout(timer);
}
