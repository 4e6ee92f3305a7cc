import { ApiError, api } from "@/lib/http/client";
import { DEED_HEADER, PERSON_HEADER } from "@/lib/http/keptChange";
import { answersOf, rebased, requestOf } from "./changeTable";
import type { KeptRefusal, QueuedChange } from "./queuedChange";

/** Of many steps sent as one, those the server would not take; the answer is about the others. */
export type LeftOut = { step: QueuedChange["steps"][number]; refusal: KeptRefusal };
export type Delivered = { answer: unknown; leftOut: readonly LeftOut[] };

/** How often a write that met a newer version is sent again when what it changes is still as it was. */
const MOST_TRIES = 4;
/** A refused item is left out and the rest sent again, up to this often; then all of the request counts as refused. */
const MOST_LEFT_OUT = 20;
/** A network that swallows requests must not hold up what waits behind, in ms. */
const PATIENCE_MS = 30_000;

/**
 * Sends a change. One that has been done before, its answer lost, answers what it came to then. Throws `ApiError`, or
 * whatever kept the request from being answered.
 */
export async function sendChange(change: QueuedChange, call = callServer): Promise<Delivered> {
  const leftOut: LeftOut[] = [];
  let now = change;
  for (let tries = 1; ; tries++) {
    try {
      if (change.steps.length === 1) return { answer: await call(now), leftOut };
      const answer = now.steps.length === 0 ? { items: [] } : await call(now);
      // Many of which one is left go as one.
      const together = now.steps.length === 1 ? { items: [answer] } : (answer as object);
      leftOut.push(...notAmong(together, change, leftOut));
      return { answer: { ...together, refusals: leftOut.map(({ refusal }) => refusal) }, leftOut };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const wrong = now.steps.length > 1 ? now.steps[itemOf(error) ?? -1] : undefined;
      if (wrong && leftOut.length < MOST_LEFT_OUT) {
        leftOut.push({ step: wrong, refusal: refusalOf(error) });
        now = { ...now, steps: now.steps.filter((step) => step !== wrong) };
        continue;
      }
      const again = error.code === "stale" && tries < MOST_TRIES ? rebased(now, error.current) : null;
      if (!again) throw error;
      now = again;
    }
  }
}

/**
 * Of many steps, those that the answer says nothing of: left out by an earlier sending whose answer was lost. That one
 * knew why, this one does not; they must not pass for done.
 */
function notAmong(answer: object, change: QueuedChange, leftOut: readonly LeftOut[]): LeftOut[] {
  const answers = answersOf(change, answer);
  const known = new Set(leftOut.map(({ step }) => step));
  const missing = change.steps.filter((step, i) => answers[i] === undefined && !known.has(step));
  return missing.map((step) => ({ step, refusal: untold }));
}

const untold: KeptRefusal = {
  status: 409,
  code: "left_out",
  message: "The server did not take this one along with the others. Try it again.",
};

async function callServer(change: QueuedChange): Promise<unknown> {
  const { method, path, query = {}, body } = requestOf(change);
  const headers = { [DEED_HEADER]: change.id, [PERSON_HEADER]: change.userId };
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return api.request<unknown>(method, path, { query, body, headers, signal });
}

/** Which item of a request a refusal is about: its field reads "items.3.exact". */
function itemOf({ field }: ApiError): number | null {
  const [, index] = field?.match(/^items\.(\d+)/) ?? [];
  return index === undefined ? null : Number(index);
}

export function refusalOf({ status, code, message, field, current }: ApiError): KeptRefusal {
  return { status, code, message, field, current };
}

/** Answers that say nothing about the change itself: it is kept, and worth another try. */
const PASSING: readonly number[] = [0, 401, 408, 425, 429, 502, 503, 504];

/** What a failure to send means: `no` is the server's word on the change, `later` none, `broken` a fault of the server. */
export function meaningOf(error: unknown): "no" | "later" | "broken" {
  if (error instanceof ApiError) {
    if (PASSING.includes(error.status)) return "later";
    return error.status < 500 ? "no" : "broken";
  }
  return error instanceof DOMException ? "later" : "broken";
}
