"use client";

import { useEffect, useState } from "react";
import { ApiError, api } from "@/lib/http/client";
import type { Link, LinkAround } from "@/lib/links/schema";
import { LinkHistory } from "./LinkHistory";
import { StorySteps } from "./StorySteps";

/** What surrounds a link: the story it is part of, and what was decided when and why. */
export function CardAround({ link }: { link: Link }) {
  const { id, version, endsDigest } = link;
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
      {around.story.steps.length > 2 && <StorySteps story={around.story} linkId={id} />}
      <LinkHistory events={around.history} />
    </div>
  );
}
