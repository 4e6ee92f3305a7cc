import type { Gone, Presence } from "./schema";

/** The channel on which server processes tell each other who is where. Nothing of it is stored anywhere. */
export const PRESENCE_CHANNEL = "stet_presence";

/** Somebody's window in a dossier, as it is now or gone. Some 300 bytes as JSON; Postgres takes up to 8,000. */
export type PresenceNotice = { dossierId: string } & ({ here: Presence } | { gone: Gone });

export function writePresenceNotice(notice: PresenceNotice): string {
  return JSON.stringify(notice);
}

export function readPresenceNotice(payload: string): PresenceNotice {
  // Written by `writePresenceNotice` of another process of the same release, or one beside it.
  return JSON.parse(payload) as PresenceNotice;
}
