"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { ApiError, api } from "@/lib/http/client";
import { formatFilter, type LinkFilter } from "@/lib/links/filter";
import type { Picture } from "@/lib/links/pictureSchema";
import { useDossierStore } from "@/lib/live/useDossier";

/** Changes that come together are read together; under a steady stream the picture is drawn about twice a second. */
const TOGETHER_MS = 400;

const drawn: readonly string[] = ["link", "annotation", "article"];

/** What a filter lets through, kept right by the journal. `packed`: what the page brought along, as JSON. */
export function usePicture(dossierId: string, filter: LinkFilter, packed: string) {
  const store = useDossierStore();
  const query = formatFilter({ ...filter, sort: "newest" });
  const initial = useMemo(() => JSON.parse(packed) as Picture, [packed]);
  const [shown, setShown] = useState({ picture: initial, query });
  const [error, setError] = useState<string | null>(null);
  const asked = useRef(0);

  const load = useCallback(async () => {
    const mine = ++asked.current;
    try {
      const path = `/api/dossiers/${dossierId}/links/picture`;
      const picture = await api.get<Picture>(`${path}${query && "?"}${query}`);
      if (mine !== asked.current) return;
      setShown({ picture, query });
      setError(null);
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      if (mine === asked.current) setError(thrown.message);
    }
  }, [dossierId, query]);

  const isOther = shown.query !== query;
  useEffect(() => {
    if (isOther) void load();
  }, [isOther, load]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const soon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void load();
      }, TOGETHER_MS);
    };
    const stop = store.watchEntries(({ subject }) => {
      if (drawn.includes(subject.type)) soon();
    });
    const stopReloads = store.watchReloads(soon);
    return () => {
      stop();
      stopReloads();
      clearTimeout(timer);
    };
  }, [store, load]);
  return { picture: shown.picture, isLoading: isOther, error, reload: () => void load() };
}
