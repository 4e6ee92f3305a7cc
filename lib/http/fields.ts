import { z } from "zod";
import { illFormed } from "@/lib/text/wellformed";

/** Text from outside, at most `max` UTF-16 units: NUL, other control characters and lone surrogates are refused. */
export function text(max: number) {
  return z
    .string()
    .max(max, `At most ${max.toLocaleString("en")} characters.`)
    .superRefine((value, context) => {
      const reason = illFormed(value)?.message;
      if (reason) context.addIssue(reason);
    });
}

/** One line of text, trimmed, not empty. */
export function line(max: number) {
  return text(max)
    .transform((value) => value.trim().replace(/\s+/g, " "))
    .pipe(z.string().min(1, "This cannot be empty."));
}

/** What a column of 4 bytes can hold. */
const MAX_INT = 2_147_483_647;

/** Lower case, as Postgres writes it, so that ids can be compared as text. */
export const id = z.uuid("This is not an id.").toLowerCase();
/** A UTC instant, ISO 8601 with milliseconds. */
export const instant = z.iso.datetime();
/** An instant from outside, as it will be presented: with milliseconds. */
export const givenInstant = instant.transform((at) => new Date(at).toISOString());
/** A calendar day as printed in an article: no time zone. There was no year 0. */
export const plainDate = z.iso
  .date("This is not a date (YYYY-MM-DD).")
  .refine((day) => day >= "0001-01-01", "There was no year 0.");
export const webAddress = z
  .url({ protocol: /^https?$/, error: "This is not a web address (https://…)." })
  .max(2_000);
/** The version a write saw: a different one now is 409 `stale`. */
export const version = z.int().min(1).max(MAX_INT);
/** A place in a text: UTF-16 code units. */
export const offset = z.int().min(0).max(MAX_INT);
/** A version given in a query string. */
export const queryVersion = z.coerce.number().pipe(version);

/** Keyset paging, the same for every list. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** The last id of the page before: what `next` said. */
  after: z.uuid("This is not a place in the list.").toLowerCase().optional(),
};

/** Who made a thing and when; shared by everything that changes. */
export const made = { version, createdBy: id, updatedBy: id, createdAt: instant, updatedAt: instant };
/** Set when deleted: the thing can be restored. */
export const deletedAt = instant.nullable();
