"use client";

import { useParams, usePathname } from "next/navigation";
import { useMemo } from "react";
import { useTelling } from "@/lib/live/usePresence";
import type { Where } from "@/lib/presence/schema";
import { FollowLine } from "./FollowLine";

/** Tells the others which page of the dossier this window shows; the article desk tells more, by itself. */
export function TellPage() {
  const { reportId } = useParams<{ reportId?: string }>();
  const path = usePathname();
  const place = useMemo(() => {
    const page = reportId ? "report" : path.endsWith("/links") ? "links" : "dossier";
    const where: Where = { page, id: reportId ?? null };
    return () => ({ where, selection: null });
  }, [reportId, path]);
  useTelling(place);
  return <FollowLine />;
}
