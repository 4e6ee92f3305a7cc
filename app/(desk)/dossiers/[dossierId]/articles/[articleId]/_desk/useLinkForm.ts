"use client";

import { useState } from "react";
import { CHANGED_SINCE, formChange } from "@/lib/desk/formChange";
import { detailsOf, fittingDetails, type LinkDetails, linkDetailsSchema } from "@/lib/desk/linkDraft";
import { isSame } from "@/lib/desk/steps";
import type { Link } from "@/lib/links/schema";
import { orWaiting } from "@/lib/live/orWaiting";
import { useDossierStore } from "@/lib/live/useDossier";
import { useDraftShelf } from "@/lib/live/useDraftShelf";
import { useDesk } from "./deskContext";

const keyOf = (linkId: string) => `link:${linkId}`;

/** Whether something was typed on a link and never saved. */
export function useHasLinkDraft(linkId: string): () => boolean {
  const shelf = useDraftShelf();
  return () => shelf.read(keyOf(linkId)) !== null;
}

/** A link being changed. What is typed is kept in the browser until it is saved or given up. */
export function useLinkForm(link: Link, onDone: () => void) {
  const { actions } = useDesk();
  const store = useDossierStore();
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
  const [refusal, setRefusal] = useState<string | null>(null);

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
    cameBack: kept !== null,
    type(next: LinkDetails) {
      setDetails(next);
      keep(next, opened);
    },
    cancel: done,
    async save() {
      setRefusal(null);
      const settled = await orWaiting(store, actions.changeLink(link.id, opened, details));
      if (!settled || settled.saved || settled.held) return done();
      setRefusal(settled.refusal.message);
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
