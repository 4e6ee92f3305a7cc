import { describePassage } from "@/lib/anchoring/describe";
import { Refusal } from "@/lib/http/refusal";
import { isGraphemeBoundary } from "@/lib/text/graphemes";
import { attributesSchemas } from "./attributes";
import type { CheckStatus, Kind } from "./kinds";
import type { Annotation, ChangeAnnotationInput } from "./schema";

export type Passage = Pick<Annotation, "start" | "end" | "exact" | "prefix" | "suffix">;

/**
 * The passage at `start`…`end` (UTF-16, end-exclusive) of `text`, if `exact` is what stands there.
 * @throws Refusal `out_of_range` outside the text or inside a character, `quote_mismatch` for other words
 */
export function passageAt(text: string, range: { start: number; end: number; exact: string }): Passage {
  const { start, end, exact } = range;
  if (start >= end || end > text.length) {
    throw new Refusal(
      "out_of_range",
      `The text has ${text.length} characters; ${start}–${end} is not in it.`,
      {
        field: end > text.length ? "end" : "start",
      },
    );
  }
  const found = text.slice(start, end);
  if (found !== exact) {
    throw new Refusal("quote_mismatch", "The words at this place are not the words quoted.", {
      field: "exact",
      current: found.slice(0, 1_000),
    });
  }
  for (const [field, offset] of [["start", start] as const, ["end", end] as const]) {
    if (!isGraphemeBoundary(text, offset)) {
      throw new Refusal("out_of_range", "A passage starts and ends between characters, not inside one.", {
        field,
      });
    }
  }
  const { prefix, suffix } = describePassage(text, start, end).quote;
  return { start, end, exact, prefix, suffix };
}

/**
 * Attributes as the kind knows them.
 * @throws Refusal `invalid` for an attribute the kind does not have, or a value of the wrong type
 */
export function attributesFor(kind: Kind, given: Record<string, unknown>): Annotation["attributes"] {
  const parsed = attributesSchemas[kind].safeParse(given);
  if (parsed.success) return JSON.parse(JSON.stringify(parsed.data));
  const issue = parsed.error.issues[0];
  const field = ["attributes", ...(issue?.path ?? [])].join(".");
  throw new Refusal("invalid", issue?.message ?? "These attributes do not belong to this kind.", { field });
}

/** What of the attributes of one kind another kind can keep. */
export function attributesKept(kind: Kind, attributes: Annotation["attributes"]): Annotation["attributes"] {
  const entries = Object.entries(attributes).filter(
    ([name, value]) => attributesSchemas[kind].safeParse({ [name]: value }).success,
  );
  return Object.fromEntries(entries);
}

const verdicts: readonly CheckStatus[] = ["confirmed", "corrected", "disputed", "unverifiable", "cut"];

/** Whether a check status says that somebody checked. */
export function isVerdict(status: CheckStatus): boolean {
  return verdicts.includes(status);
}

type Checkers = Pick<Annotation, "checker" | "secondChecker">;

/**
 * Who checked, after a change: whoever gives the verdict is its checker; a check is of exactly these words, so
 * it does not outlive a new range. One signs only for oneself, and the second checker is another person.
 * @throws Refusal `forbidden` for naming another as checker, `invalid` for being both
 */
export function checkersAfter(
  before: Checkers & Pick<Annotation, "exact" | "checkStatus">,
  change: Omit<ChangeAnnotationInput, "annotationId" | "version">,
  userId: string,
): Checkers & { checkStatus: CheckStatus } {
  const moved = change.range !== undefined && change.range.exact !== before.exact;
  const checkStatus = change.checkStatus ?? (moved ? "unchecked" : before.checkStatus);
  for (const field of ["checker", "secondChecker"] as const) {
    const named = change[field];
    if (named && named !== userId && named !== before[field]) {
      throw new Refusal("forbidden", "Nobody can say for another person that they checked.", { field });
    }
  }
  const newVerdict = isVerdict(checkStatus) && (checkStatus !== before.checkStatus || moved);
  const checker = !isVerdict(checkStatus)
    ? null
    : change.checker !== undefined
      ? change.checker
      : newVerdict
        ? userId
        : before.checker;
  const secondChecker = newVerdict
    ? (change.secondChecker ?? null)
    : !isVerdict(checkStatus)
      ? null
      : change.secondChecker !== undefined
        ? change.secondChecker
        : before.secondChecker;
  if (secondChecker !== null && secondChecker === checker) {
    throw new Refusal("invalid", "The second checker is another person than the first.", {
      field: "secondChecker",
    });
  }
  return { checkStatus, checker, secondChecker };
}
