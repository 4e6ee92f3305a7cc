import { z } from "zod";
import { instant, text, version } from "@/lib/http/fields";

/** What a selection made by pointer snaps to. */
export const snaps = ["none", "word", "sentence"] as const;
export type Snap = (typeof snaps)[number];

const MOST_COMMANDS = 200;
const MOST_KEYS = 8;

/** A key as the desk names it: `s`, `Shift+ArrowForward`, `Mod+k`. */
const key = text(40).refine((value) => value !== "", "A key has a name.");

/**
 * Keys by command, for the commands whose keys were changed; an empty list leaves a command without a key. Which
 * commands there are is for the desk to say (lib/desk/commandTable.ts): keys of a command it does not know are kept.
 */
const keys = z
  .record(text(60), z.array(key).max(MOST_KEYS, `A command has at most ${MOST_KEYS} keys.`))
  .refine((value) => Object.keys(value).length <= MOST_COMMANDS, "There are not that many commands.");

/** How often unread items of the inbox come by e-mail. */
export const mailFrequencies = ["none", "now", "hourly", "daily"] as const;
export type MailFrequency = (typeof mailFrequencies)[number];

/** An IANA time zone that this machine knows. */
const timeZone = text(60).refine((name) => {
  try {
    return name !== "" && new Intl.DateTimeFormat("en", { timeZone: name }) !== null;
  } catch {
    return false;
  }
}, "This is not a time zone.");

/** How a person likes to work, on every machine they sign in on. */
export const preferencesSchema = z.object({
  snap: z.enum(snaps),
  keys,
  mail: z.enum(mailFrequencies),
  /** Where their days begin: for the daily e-mail. */
  timeZone,
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const defaultPreferences: Preferences = { snap: "word", keys: {}, mail: "none", timeZone: "UTC" };

/** What leaves the server; `updatedAt` is null for who never changed anything. */
export const storedPreferencesSchema = preferencesSchema.extend({ version, updatedAt: instant.nullable() });
export type StoredPreferences = z.infer<typeof storedPreferencesSchema>;

/** What is given replaces what was; `keys` as a whole. */
export const changePreferencesInput = z.strictObject({
  version,
  snap: z.enum(snaps).optional(),
  keys: keys.optional(),
  mail: z.enum(mailFrequencies).optional(),
  timeZone: timeZone.optional(),
});
