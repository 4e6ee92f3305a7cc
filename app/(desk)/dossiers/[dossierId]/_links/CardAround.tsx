"use client";

import { useEffect, useState } from "react";
import { ApiError, api } from "@/lib/http/client";
import type { BoardRow, LinkAround, LinkEvent, Related } from "@/lib/links/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Moment } from "@/lib/ui/Moment";
import { counted, linkStatusWords, relationWords } from "../../../words";
import { Quote } from "./TwoQuoteCard";

/** What surrounds a link: the story it is part of, what was decided when and why, and who else said the same. */
export function CardAround({ row }: { row: BoardRow }) {
  const { id, version, endsDigest } = row.link;
  const [around, setAround] = useState<LinkAround | null>(null);
  const [error, setError] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version has a new history
  useEffect(() => {
    const ended = new AbortController();
    api.get<LinkAround>(`/api/links/${id}/around`, { signal: ended.signal }).then(
      (read) => {
        if (ended.signal.aborted) return;
        setAround(read);
        setError(null);
      },
      (thrown) => {
        if (thrown instanceof ApiError && !ended.signal.aborted) setError(thrown.message);
      },
    );
    return () => ended.abort();
  }, [id, version, endsDigest]);
  if (error) return <p className="mt-4 text-sm text-danger">{error}</p>;
  if (!around) return <p className="mt-4 text-sm text-soft">Reading its history …</p>;
  return (
    <div className="mt-4 flex flex-col gap-4 border-t border-line pt-4">
      {around.story.steps.length > 2 && <StorySteps around={around} linkId={id} />}
      <section aria-label="History" className="text-sm">
        <h3 className="mb-1 font-semibold">History</h3>
        <ol className="flex flex-col gap-1">
          {around.history.map((event) => (
            <EventLine key={event.seq} event={event} />
          ))}
        </ol>
      </section>
      <div className="grid gap-4 sm:grid-cols-2">
        <RelatedTo annotationId={row.from.annotation.id} side="A" />
        <RelatedTo annotationId={row.to.annotation.id} side="B" />
      </div>
    </div>
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

/** A story of several links, one passage at a time. */
function StorySteps({ around, linkId }: { around: LinkAround; linkId: string }) {
  const { steps } = around.story;
  const own = steps.findIndex((step) => step.link?.id === linkId);
  const [at, setAt] = useState(Math.max(0, own));
  const step = steps[Math.min(at, steps.length - 1)];
  if (!step) return null;
  return (
    <section aria-label="Story" className="rounded-md bg-sunken p-3 text-sm">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <h3 className="font-semibold">A story of {counted(steps.length, "passage")}</h3>
        <span role="status" className="text-soft">
          {at + 1} of {steps.length}
          {step.link && ` · ${relationWords[step.link.relation]} the one before`}
        </span>
        <span className="ms-auto flex gap-1">
          <Button size="sm" disabled={at === 0} onClick={() => setAt(at - 1)}>
            Earlier
          </Button>
          <Button size="sm" disabled={at >= steps.length - 1} onClick={() => setAt(at + 1)}>
            Later
          </Button>
        </span>
      </div>
      <Quote end={step} />
    </section>
  );
}

/** Who else said this: asked for by a press, as it looks through the whole dossier. */
function RelatedTo({ annotationId, side }: { annotationId: string; side: string }) {
  const [related, setRelated] = useState<Related | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const ask = async () => {
    setBusy(true);
    try {
      setRelated(await api.get<Related>(`/api/annotations/${annotationId}/related`));
      setError(null);
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown.message);
    } finally {
      setBusy(false);
    }
  };
  if (!related) {
    return (
      <div>
        <Button size="sm" busy={isBusy} onClick={() => void ask()}>
          Who else said {side}?
        </Button>
        {error && (
          <p role="alert" className="mt-1 text-sm text-danger">
            {error}
          </p>
        )}
      </div>
    );
  }
  return (
    <section aria-label={`Who else said ${side}`} className="text-sm">
      <h3 className="mb-2 font-semibold">
        {related.total === 0
          ? `Nobody else said ${side}`
          : `${counted(related.total, "passage")} like ${side}`}
      </h3>
      <ul className="flex flex-col gap-3">
        {related.items.slice(0, 10).map((one) => (
          <li key={one.annotation.id}>
            <p className="mb-1 text-xs text-soft">
              {one.same === "figure" ? "The same figure" : "The same speaker"}
            </p>
            <Quote end={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
