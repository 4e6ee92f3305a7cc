import { isSame } from "./steps";

export type FormChange<F extends object> = {
  /** What the form found in the fields that were changed in it. */
  before: Partial<F>;
  /** The fields that were changed in the form. */
  after: Partial<F>;
  /** Those of them that have become something else since, and not what is wanted either. */
  clashes: readonly (keyof F & string)[];
};

/**
 * What saving a form changes: only what was changed in it, measured against the thing as it was when the form opened.
 * A field that nobody touched is left to whoever changed it meanwhile.
 *
 * @param now the thing as it is, null when it is not there any more
 */
export function formChange<F extends object>(opened: F, now: F | null, typed: F): FormChange<F> {
  const fields = Object.keys(typed) as (keyof F & string)[];
  const changed = fields.filter((field) => !isSame(typed[field], opened[field]));
  const pick = (from: F) => Object.fromEntries(changed.map((field) => [field, from[field]])) as Partial<F>;
  const clashes = changed.filter(
    (field) => now && !isSame(now[field], opened[field]) && !isSame(now[field], typed[field]),
  );
  return { before: pick(opened), after: pick(typed), clashes };
}

/** The browser's own refusal of a form whose fields were changed meanwhile. */
export const CHANGED_SINCE = "changed_since";

const words: Record<string, string> = {
  ...{ sameEvent: "answer to “same event?”", retrievedAt: "day of retrieval", url: "address" },
};

/** What stands in the way, with what the fields say now, in words. */
export function clashInWords<F extends object>(now: F, clashes: FormChange<F>["clashes"]): string {
  const each = clashes.map((field) => {
    const value = now[field];
    // An owner is an id, which says nothing to anyone.
    if (field === "owner") return value === null ? "it has no owner now" : "it has another owner now";
    const said = value === null || value === "" ? "empty" : `“${String(value).slice(0, 120)}”`;
    return `the ${words[field] ?? field} is now ${said}`;
  });
  return `This was changed meanwhile: ${each.join(", ")}. Save again to put yours in its place.`;
}
