import { ApiError } from "@/lib/http/client";
import type { KeptRefusal } from "./queuedChange";

/** `unsaved`: the server could not be reached; the change is kept here and sent when it can be. */
export type SavePhase = "saving" | "unsaved";

/**
 * How a change ended: known only when the server has said yes or no, however often it was tried. A refused one that
 * had waited is `held`: it is shown, with both versions, until the person decides; whoever made it need say nothing.
 */
export type Settled<T> = { saved: true; answer: T } | { saved: false; refusal: ApiError; held?: boolean };

/** A change being made. */
export type Performing<T = unknown> = Promise<Settled<T>> & {
  /** Resolves once closing the page cannot lose it: the browser keeps it, or the server has it. */
  kept: Promise<void>;
  /** Resolves once it is kept and the server turns out to be out of reach: nothing is to be waited for. */
  waits: Promise<void>;
};

/** A refusal as an error again. */
export function errorOf({ status, code, message, field, current }: KeptRefusal): ApiError {
  return new ApiError(status, code, message, field, current);
}
