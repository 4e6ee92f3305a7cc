import { z } from "zod";
import type { Link, LinkEvent } from "./schema";
import { linkSchema } from "./schema";

type StoredEntry = { seq: number; at: Date; actorId: string; type: string; payload: unknown };

const payloadSchema = z.object({ link: linkSchema });

/** What a person would call changed; versions, times and digests go along. */
const said = ["relation", "subtype", "sameEvent", "strength", "severity", "rationale"] as const;

/** What happened to a link, oldest first: the differences between its entries in the journal. */
export function historyOf(entries: readonly StoredEntry[]): LinkEvent[] {
  const events: LinkEvent[] = [];
  let before: Link | null = null;
  for (const { seq, at, actorId, type, payload } of entries) {
    const read = payloadSchema.safeParse(payload);
    if (!read.success) continue;
    const { link } = read.data;
    events.push({ seq, at: at.toISOString(), actorId, did: didOf(type), ...changes(before, link) });
    before = link;
  }
  return events;
}

function changes(before: Link | null, link: Link): Pick<LinkEvent, "status" | "owner" | "fields"> {
  if (!before) return { fields: [] };
  const fields: string[] = said.filter((field) => before[field] !== link[field]);
  const status = { from: before.status, to: link.status, reason: link.statusReason };
  const owner = { from: before.owner, to: link.owner };
  const reasonChanged = before.statusReason !== link.statusReason;
  return {
    ...((status.from !== status.to || reasonChanged) && { status }),
    ...(owner.from !== owner.to && { owner }),
    fields,
  };
}

function didOf(type: string): LinkEvent["did"] {
  const verb = type.slice("link.".length);
  return (["created", "seen", "deleted", "restored"] as const).find((known) => known === verb) ?? "changed";
}
