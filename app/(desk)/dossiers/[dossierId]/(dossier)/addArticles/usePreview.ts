"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";
import { ApiError, api } from "@/lib/http/client";
import { type ImportPreview, previewText } from "@/lib/importing/previewText";
import { ImportRefused } from "@/lib/importing/refused";
import type { Draft } from "./draft";

export type Preview = { preview: ImportPreview | null; refusal: string | null; busy: boolean };

/** Typing comes in bursts; HTML is read by the server. Milliseconds. */
const PAUSE = 350;
const nothing: Preview = { preview: null, refusal: null, busy: false };

/** What storing the draft would give: plain text at once in the browser, HTML as the server reads it. */
export function usePreview(dossierId: string, draft: Draft): Preview {
  const source = useDeferredValue(draft.source);
  const { format, paragraphs } = draft;
  const text = useMemo(
    () => (format === "text" ? previewOfText(source, paragraphs) : null),
    [format, source, paragraphs],
  );
  const [read, setRead] = useState<Preview>(nothing);

  useEffect(() => {
    if (format !== "html" || source.trim() === "") return setRead(nothing);
    setRead((before) => ({ ...before, busy: true }));
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const preview = await api.post<ImportPreview>(
          `/api/dossiers/${dossierId}/articles/preview`,
          { html: source },
          { signal: controller.signal },
        );
        setRead({ preview, refusal: null, busy: false });
      } catch (error) {
        if (controller.signal.aborted) return;
        const refusal = error instanceof ApiError ? error.message : "The preview failed.";
        setRead({ preview: null, refusal, busy: false });
      }
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [dossierId, format, source]);

  return text ?? read;
}

function previewOfText(source: string, paragraphs: Draft["paragraphs"]): Preview {
  if (source.trim() === "") return nothing;
  try {
    return { preview: previewText(source, paragraphs), refusal: null, busy: false };
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    return { preview: null, refusal: error.message, busy: false };
  }
}
