"use client";

import NextLink from "next/link";
import { useState } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { type LinkDetails, linkDefaults } from "@/lib/desk/linkDraft";
import type { DossierState } from "@/lib/journal/apply";
import { type Link, linkSchema } from "@/lib/links/schema";
import { orWaiting } from "@/lib/live/orWaiting";
import { useDossier, useDossierStore } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { KindBadge } from "@/lib/ui/KindBadge";
import { Notice } from "@/lib/ui/Notice";
import { relationWords } from "../../../../../words";
import { announce } from "./Announcer";
import { useDesk } from "./deskContext";
import { EndSearch } from "./EndSearch";
import { LinkFields } from "./LinkFields";
import { keepLinkDraft } from "./linkDraftStore";
import { keepUnfinished, unfinishedLink } from "./unfinishedLinks";

/** Makes a link: first its other end, then how the two stand to each other. */
export function LinkDialog() {
  const { state, dispatch, article, actions } = useDesk();
  const { linking } = state;
  const now = (shown: DossierState, end: Annotation | null | undefined) =>
    end && (shown.annotations[end.id] ?? end);
  const from = useDossier((shown) => now(shown, linking?.from), Object.is);
  const to = useDossier((shown) => now(shown, linking?.to), Object.is);
  if (!linking || !from) return null;
  const close = () => dispatch({ type: "linking", linking: null });
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title={to ? "How do they stand to each other?" : "Link to which passage?"}
      wide
    >
      {to ? (
        <Relating key={to.id} from={from} to={to} unborn={linking.unborn ?? []} onDone={close} />
      ) : (
        <div className="flex flex-col gap-4">
          <End annotation={from} />
          <div>
            <Button
              onClick={() => {
                const unborn = linking.unborn?.find((one) => one.id === from.id);
                keepLinkDraft({ dossierId: article.dossierId, from: from.id, ...(unborn && { unborn }) });
                close();
                announce("Choose the other end in the text, in this or another article. Escape cancels.");
              }}
            >
              Choose in the text
            </Button>
          </div>
          <EndSearch from={from} onChoose={(chosen) => actions.relate(from, chosen)} />
        </div>
      )}
    </Dialog>
  );
}

function Relating(props: {
  from: Annotation;
  to: Annotation;
  unborn: readonly Annotation[];
  onDone: () => void;
}) {
  const { from, to, unborn, onDone } = props;
  const { actions } = useDesk();
  const store = useDossierStore();
  const [details, setDetails] = useState<LinkDetails>(
    () => unfinishedLink(from, to) ?? linkDefaults(from, to),
  );
  const type = (next: LinkDetails) => {
    setDetails(next);
    keepUnfinished(from, to, next);
  };
  const done = () => {
    keepUnfinished(from, to, null);
    onDone();
  };
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<{ message: string; existing: Link | undefined } | null>(null);
  const save = async () => {
    setBusy(true);
    const settled = await orWaiting(store, actions.link(from, to, details, unborn));
    setBusy(false);
    if (!settled || settled.saved || settled.held) {
      announce(`Linked: ${relationWords[details.relation]}`);
      done();
      return;
    }
    const existing = linkSchema.safeParse(settled.refusal.current).data;
    setRefusal({ message: settled.refusal.message, existing });
  };
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <End annotation={from} />
      <p className="text-center text-sm font-semibold text-soft">{relationWords[details.relation]}</p>
      <End annotation={to} />
      <LinkFields details={details} onDetails={type} ends={{ from, to }} />
      {refusal && (
        <Notice tone="warn" role="alert" title={refusal.message}>
          {refusal.existing && (
            <p>
              It says: {relationWords[refusal.existing.relation]}. {refusal.existing.rationale}{" "}
              <NextLink
                className="stet-link"
                href={`/dossiers/${refusal.existing.dossierId}/links#link-${refusal.existing.id}`}
              >
                Open it
              </NextLink>
            </p>
          )}
          <p>What you typed is kept here.</p>
        </Notice>
      )}
      <div className="flex justify-end gap-2">
        <Button look="quiet" onClick={done}>
          Cancel
        </Button>
        <Button type="submit" look="primary" busy={isBusy}>
          Link
        </Button>
      </div>
    </form>
  );
}

/** One end of a link: its words and where they stand. */
function End({ annotation }: { annotation: Annotation }) {
  const title = useDossier((state) => state.articles[annotation.articleId]?.title);
  return (
    <figure className="rounded-md border border-line bg-paper p-3">
      <figcaption className="mb-1 flex items-center gap-2 text-xs text-soft">
        <KindBadge kind={annotation.kind} />
        <span className="truncate">{title}</span>
      </figcaption>
      <blockquote dir="auto" className="line-clamp-4 font-serif leading-snug">
        {annotation.exact}
      </blockquote>
    </figure>
  );
}
