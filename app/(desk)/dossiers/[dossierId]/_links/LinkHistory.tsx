"use client";

import type { LinkEvent } from "@/lib/links/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Moment } from "@/lib/ui/Moment";
import { linkStatusWords } from "../../../words";

/** What was done to a link, when, by whom and why; oldest first. */
export function LinkHistory({ events }: { events: readonly LinkEvent[] }) {
  return (
    <section aria-label="History" className="text-sm">
      <h3 className="mb-1 font-semibold">History</h3>
      <ol className="flex flex-col gap-1">
        {events.map((event) => (
          <EventLine key={event.seq} event={event} />
        ))}
      </ol>
    </section>
  );
}

function EventLine({ event }: { event: LinkEvent }) {
  const name = useDossier((state) => state.members[event.actorId]?.name ?? "A former member");
  const owner = useDossier((state) => (event.owner?.to ? state.members[event.owner.to]?.name : undefined));
  const said = [
    event.did === "created" && "recorded this",
    event.did === "seen" && "looked again: it stands",
    (event.did === "deleted" || event.did === "restored") && event.did,
    event.status &&
      `${linkStatusWords[event.status.from].words.toLowerCase()} → ${linkStatusWords[event.status.to].words.toLowerCase()}${event.status.reason && `: “${event.status.reason}”`}`,
    event.owner && (event.owner.to ? `gave it to ${owner ?? "somebody"}` : "took its owner away"),
    event.fields.length > 0 &&
      `changed ${event.fields.map((field) => fieldWords[field] ?? field).join(", ")}`,
  ];
  return (
    <li className="flex flex-wrap gap-x-2">
      <span className="font-medium">{name}</span>
      <span className="min-w-0 flex-1 basis-60 wrap-anywhere">
        {said.filter(Boolean).join("; ") || "changed it"}
      </span>
      <span className="text-xs text-soft">
        <Moment at={event.at} />
      </span>
    </li>
  );
}

const fieldWords: Record<string, string> = {
  sameEvent: "whether it is the same event",
  rationale: "the reasons",
};
