"use client";

import { useState } from "react";
import { CHANGED_SINCE, formChange } from "@/lib/desk/formChange";
import { detailsOf, fittingDetails, type LinkDetails, linkDetailsSchema } from "@/lib/desk/linkDraft";
import { isSame } from "@/lib/desk/steps";
import type { ApiError } from "@/lib/http/client";
import type { Link } from "@/lib/links/schema";
import type { Settled } from "@/lib/live/settled";
import { useDraftShelf } from "@/lib/live/useDraftShelf";

const keyOf = (linkId: string) => `link:${linkId}`;

/** Whether something was typed on a link and never saved. */
export function useHasLinkDraft(linkId: string): () => boolean {
  const shelf = useDraftShelf();
  return () => shelf.read(keyOf(linkId)) !== null;
}

/** Changes a link from what a form found to what was typed in it; null once the change waits for the network. */
type ChangeLink = (opened: LinkDetails, typed: LinkDetails) => Promise<Settled<unknown> | null>;

export type LinkForm = ReturnType<typeof useLinkForm>;

/** A link being changed. What is typed is kept in the browser until it is saved or given up. */
export function useLinkForm(link: Link, change: ChangeLink, onDone: () => void) {
  const shelf = useDraftShelf();
  const key = keyOf(link.id);
  const [kept] = useState(() => {
    const draft = shelf.read(key);
    const [value, base] = [
      linkDetailsSchema.safeParse(draft?.value),
      linkDetailsSchema.safeParse(draft?.base),
    ];
    return value.success && base.success ? { value: value.data, base: base.data } : null;
  });
  /** The link as this form found it: what others change meanwhile is neither sent back nor overwritten unseen. */
  const [opened, setOpened] = useState<LinkDetails>(() => kept?.base ?? detailsOf(link));
  const [details, setDetails] = useState<LinkDetails>(kept?.value ?? opened);
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);

  const keep = (value: LinkDetails, base: LinkDetails) => {
    if (isSame(value, base)) return shelf.remove(key);
    const says = `A link’s reasons${link.rationale && `, which were “${link.rationale.slice(0, 80)}”`}`;
    const plain = JSON.parse(JSON.stringify({ value, base }));
    const about = { says, linkId: link.id };
    shelf.keep(key, { at: new Date().toISOString(), about, words: value.rationale, ...plain });
  };
  const done = () => {
    shelf.remove(key);
    onDone();
  };
  return {
    details,
    refusal,
    busy,
    cameBack: kept !== null,
    type(next: LinkDetails) {
      setDetails(next);
      keep(next, opened);
    },
    cancel: done,
    async save() {
      setRefusal(null);
      setBusy(true);
      const settled = await change(opened, details).finally(() => setBusy(false));
      if (!settled || settled.saved || settled.held) return done();
      setRefusal(settled.refusal);
      if (settled.refusal.code !== CHANGED_SINCE) return;
      // Now that it has been said, saving again is on purpose; what was not touched here becomes what it is.
      const now = settled.refusal.current as LinkDetails;
      const merged = fittingDetails({ ...now, ...formChange(opened, now, details).after });
      setOpened(now);
      setDetails(merged);
      keep(merged, now);
    },
  };
}
