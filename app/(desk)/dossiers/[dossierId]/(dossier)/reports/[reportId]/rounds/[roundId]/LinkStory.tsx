"use client";

import { useEffect, useState } from "react";
import { api } from "@/lib/http/client";
import type { LinkAround } from "@/lib/links/schema";
import { StorySteps } from "../../../../../_links/StorySteps";

/** The story that a link is part of, as it stands now; nothing where it is the whole of it. */
export function LinkStory({ linkId }: { linkId: string }) {
  const [around, setAround] = useState<LinkAround | null>(null);
  useEffect(() => {
    const ended = new AbortController();
    api.get<LinkAround>(`/api/links/${linkId}/around`, { signal: ended.signal }).then(
      (read) => !ended.signal.aborted && setAround(read),
      // A link that was deleted since has none; its history, which says so, stands below.
      () => {},
    );
    return () => ended.abort();
  }, [linkId]);
  if (!around || around.story.steps.length <= 2) return null;
  return <StorySteps story={around.story} linkId={linkId} />;
}
