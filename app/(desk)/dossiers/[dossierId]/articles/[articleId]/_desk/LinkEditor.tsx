"use client";

import type { Link } from "@/lib/links/schema";
import { orWaiting } from "@/lib/live/orWaiting";
import { useDossier, useDossierStore } from "@/lib/live/useDossier";
import { useDesk } from "./deskContext";
import { LinkFormFields } from "./LinkFormFields";
import { useLinkForm } from "./useLinkForm";

/** Changes a link on the desk. What is typed is kept when one leaves without saving, too. */
export function LinkEditor({ link, onDone }: { link: Link; onDone: () => void }) {
  const { actions } = useDesk();
  const store = useDossierStore();
  const form = useLinkForm(
    link,
    (opened, typed) => orWaiting(store, actions.changeLink(link.id, opened, typed)),
    onDone,
  );
  const from = useDossier((state) => state.annotations[link.from]);
  const to = useDossier((state) => state.annotations[link.to]);
  return <LinkFormFields form={form} ends={from && to ? { from, to } : null} />;
}
