import { defaultPreferences, preferencesSchema, type StoredPreferences } from "./schema";

type Row = { values: unknown; version: number; updatedAt: Date };

/** Each value that is not understood (any more) is its default: an old value locks nobody out of the desk. */
const lenient = preferencesSchema.extend({
  snap: preferencesSchema.shape.snap.catch(defaultPreferences.snap),
  keys: preferencesSchema.shape.keys.catch(defaultPreferences.keys),
  mail: preferencesSchema.shape.mail.catch(defaultPreferences.mail),
  timeZone: preferencesSchema.shape.timeZone.catch(defaultPreferences.timeZone),
});

/** The one shape of preferences that leaves the server. Without a row: the defaults, as version 1. */
export function presentPreferences(row: Row | null): StoredPreferences {
  if (!row) return { ...defaultPreferences, version: 1, updatedAt: null };
  const values = lenient.catch(defaultPreferences).parse(row.values);
  return { ...values, version: row.version, updatedAt: row.updatedAt.toISOString() };
}
