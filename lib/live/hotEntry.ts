import type { Entry } from "@/lib/journal/entries";

/** An entry as it goes into streams: written out once, however many there are. */
export type HotEntry = {
  seq: number;
  /** The server-sent event, in UTF-8. */
  bytes: Uint8Array;
  /** Whose right to read it may have ended: a user's id, or everyone's. */
  endsAccessOf: string | "everyone" | null;
};

const encoder = new TextEncoder();

export function hotEntry(entry: Entry): HotEntry {
  const event = `id: ${entry.seq}\nevent: entry\ndata: ${JSON.stringify(entry)}\n\n`;
  return { seq: entry.seq, bytes: encoder.encode(event), endsAccessOf: endsAccessOf(entry) };
}

function endsAccessOf(entry: Entry): HotEntry["endsAccessOf"] {
  switch (entry.type) {
    case "member.removed":
    case "member.changed":
      return entry.payload.member.userId;
    case "dossier.deleted":
      return "everyone";
    default:
      return null;
  }
}

const joined = new WeakMap<readonly HotEntry[], Uint8Array>();

/** The events of a list as one piece, made once for all who get the same list. */
export function bytesOf(entries: readonly HotEntry[]): Uint8Array {
  const [first] = entries;
  if (first && entries.length === 1) return first.bytes;
  const known = joined.get(entries);
  if (known) return known;
  const all = new Uint8Array(entries.reduce((total, { bytes }) => total + bytes.length, 0));
  let at = 0;
  for (const { bytes } of entries) {
    all.set(bytes, at);
    at += bytes.length;
  }
  joined.set(entries, all);
  return all;
}
