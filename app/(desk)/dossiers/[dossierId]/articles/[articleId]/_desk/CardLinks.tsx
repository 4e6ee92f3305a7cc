"use client";

import { History, Pencil, Trash2 } from "lucide-react";
import NextLink from "next/link";
import { useState } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { isFlagged } from "@/lib/links/ends";
import { linksOf } from "@/lib/links/ofAnnotation";
import { symmetricRelations } from "@/lib/links/relations";
import type { Link } from "@/lib/links/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Badge } from "@/lib/ui/Badge";
import { Button } from "@/lib/ui/Button";
import { FoldedThreads } from "../../../../../_talk/FoldedThreads";
import { relationWords, subtypeWords } from "../../../../../words";
import { CardAround } from "../../../_links/CardAround";
import { LinkBadges } from "../../../(dossier)/LinkBadges";
import { passageLink } from "../../../(dossier)/passageLink";
import { comparePath } from "../../../compare/comparePath";
import { useDesk } from "./deskContext";
import { LinkEditor } from "./LinkEditor";
import { LinkFacts } from "./LinkFacts";
import { usePane } from "./paneContext";
import { useHasLinkDraft } from "./useLinkForm";

/** The links of an annotation, each with its other end. */
export function CardLinks({ annotation }: { annotation: Annotation }) {
  const links = useDossier((state) => linksOf(state, annotation.id));
  if (links.length === 0) return null;
  return (
    <section aria-label="Links" className="mt-3 border-t border-line pt-2">
      <ul className="flex flex-col gap-2.5">
        {links.map((link) => (
          <LinkRow key={link.id} link={link} here={annotation} />
        ))}
      </ul>
    </section>
  );
}

function LinkRow({ link, here }: { link: Link; here: Annotation }) {
  const { canEdit, actions } = useDesk();
  const pane = usePane();
  const [isEditing, setEditing] = useState(useHasLinkDraft(link.id));
  const [isOpen, setOpen] = useState(false);
  const isFrom = link.from === here.id;
  // From the other end, "qualifies" means that the other qualifies this one; "contradicts" is the same either way.
  const reads = isFrom || symmetricRelations.includes(link.relation);
  const other = useDossier((state) => state.annotations[isFrom ? link.to : link.from]);
  const article = useDossier((state) => other && state.articles[other.articleId]);
  if (!other) return null;
  return (
    <li className="text-sm">
      <p className="flex flex-wrap items-center gap-1.5">
        <span
          className={link.relation === "contradicts" ? "font-semibold text-contradiction" : "font-semibold"}
        >
          {!reads && (
            <span role="img" aria-label="from the other passage">
              ←{" "}
            </span>
          )}
          {relationWords[link.relation]}
        </span>
        {link.subtype && <span className="text-xs text-soft">{subtypeWords[link.subtype]}</span>}
        <LinkBadges link={link} />
        {isFlagged(link, isFrom ? here : other, isFrom ? other : here) && (
          <Badge tone="warn" title="A passage was changed since somebody looked at this link.">
            look again
          </Badge>
        )}
      </p>
      <NextLink
        href={passageLink(other)}
        className="mt-0.5 block rounded-xs hover:bg-sunken"
        onClick={(event) => {
          const isHere = other.articleId === here.articleId || pane !== null;
          if (!isHere || event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          actions.goBeside(other);
        }}
      >
        <q dir="auto" className="line-clamp-3 font-serif leading-snug [quotes:none]">
          {other.exact}
        </q>
        <span className="block truncate text-xs text-soft">
          {other.articleId === here.articleId ? "In this article" : article?.title}
        </span>
      </NextLink>
      <p className="mt-1 flex flex-wrap gap-x-3 text-xs">
        {!pane && (
          <NextLink
            className="stet-link"
            href={comparePath(link.dossierId, {
              ...{ left: here.articleId, right: other.articleId, leftAt: here.id, rightAt: other.id },
            })}
          >
            Compare side by side
          </NextLink>
        )}
        <NextLink className="stet-link" href={`/dossiers/${link.dossierId}/links#link-${link.id}`}>
          Open on the board
        </NextLink>
      </p>
      <LinkFacts link={link} from={isFrom ? here : other} to={isFrom ? other : here} />
      {link.rationale && !isEditing && (
        <p dir="auto" className="mt-0.5 text-xs leading-relaxed whitespace-pre-wrap">
          {link.rationale}
        </p>
      )}
      <p className="mt-1 flex flex-wrap gap-1">
        <Button look="quiet" size="sm" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <History aria-hidden size={13} /> History and story
        </Button>
        {canEdit && !isEditing && (
          <>
            <Button look="quiet" size="sm" onClick={() => setEditing(true)}>
              <Pencil aria-hidden size={13} /> Change link
            </Button>
            <Button look="quiet" size="sm" onClick={() => actions.removeLink(link)}>
              <Trash2 aria-hidden size={13} /> Delete link
            </Button>
          </>
        )}
      </p>
      {isOpen && <CardAround link={link} />}
      <FoldedThreads on={{ type: "link", id: link.id }} />
      {isEditing && <LinkEditor link={link} onDone={() => setEditing(false)} />}
    </li>
  );
}
