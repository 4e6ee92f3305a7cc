import { CHANGED_SINCE, clashInWords, formChange } from "@/lib/desk/formChange";
import { ApiError } from "@/lib/http/client";
import type { Settled } from "@/lib/live/store";

/**
 * Saves what was changed in a form. Where someone has changed the same fields since it opened, nothing is sent: the
 * refusal has the code {@link CHANGED_SINCE} and says what stands there now. What changes between this look and the
 * write is found by the server, by version.
 */
export async function saveForm<F extends object>(
  form: { opened: F; now: F | null; typed: F },
  save: (before: Partial<F>, after: Partial<F>) => Promise<Settled<unknown>>,
): Promise<Settled<unknown>> {
  const { opened, now, typed } = form;
  const { before, after, clashes } = formChange(opened, now, typed);
  if (now && clashes.length > 0) {
    const refusal = new ApiError(409, CHANGED_SINCE, clashInWords(now, clashes), undefined, now);
    return { saved: false, refusal };
  }
  if (Object.keys(after).length === 0) return { saved: true, answer: null };
  return save(before, after);
}
