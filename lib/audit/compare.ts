import { canonicalJson } from "@/lib/journal/canonical";
import type { Finding } from "./finding";

type Where = Pick<Finding, "dossierId" | "table"> & { id: string };

/**
 * Where a row says other than what the journal last said of it. What the journal does not speak of (fields that came
 * later than the entry) must be as if nothing had been said.
 *
 * @param seq the entry that said it
 */
export function differences(where: Where, said: object, stands: object, seq: number): Finding[] {
  const before = said as Record<string, unknown>;
  return Object.entries(stands).flatMap(([field, value]) => {
    const isSaid = Object.hasOwn(before, field) && before[field] !== undefined;
    const isSame = isSaid ? canonicalJson(before[field]) === canonicalJson(value ?? null) : isEmpty(value);
    if (isSame) return [];
    const sentence = isSaid
      ? `“${field}” is not what journal entry ${seq} says it became.`
      : `“${field}” was set without an entry in the journal.`;
    return [{ ...where, field, sentence }];
  });
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === "" ||
    value === false ||
    value === 0 ||
    (Array.isArray(value) && value.length === 0)
  );
}

export function unknownRow(where: Where): Finding {
  return {
    ...where,
    field: null,
    sentence: "This row stands in the table, and no entry of the journal made it.",
  };
}

export function missingRow(where: Where, seq: number): Finding {
  return { ...where, field: null, sentence: `Journal entry ${seq} speaks of it, and its row is not there.` };
}

export function remainingRow(where: Where, seq: number): Finding {
  return {
    ...where,
    field: null,
    sentence: `Journal entry ${seq} took it away, and its row is still there.`,
  };
}
