"use client";

import { ExternalLink, Pencil, ThumbsDown, ThumbsUp, Trash2 } from "lucide-react";
import { hostOf } from "@/lib/evidence/addresses";
import { lacksLocator } from "@/lib/evidence/model";
import type { Evidence } from "@/lib/evidence/schema";
import { useView } from "@/lib/live/useDossier";
import { isSafeHref } from "@/lib/text/document";
import { Badge } from "@/lib/ui/Badge";
import { Button } from "@/lib/ui/Button";
import { Prose } from "@/lib/ui/Prose";
import { plainDay } from "@/lib/ui/plainDay";

/** One source: which way it speaks, what and where it is, and whether a reader would find the place in it. */
export function EvidenceItem(props: {
  evidence: Evidence;
  canEdit: boolean;
  onEdit: () => void;
  onDelete: () => void;
}) {
  const { evidence, canEdit, onEdit, onDelete } = props;
  const { stance, url, title, locator, tier, note, retrievedAt } = evidence;
  const phase = useView((view) => view.phases[`evidence:${evidence.id}`]);
  const isFor = stance === "for";
  const Thumb = isFor ? ThumbsUp : ThumbsDown;
  const details = [
    tier && `${tier} source`,
    retrievedAt && `retrieved ${plainDay(retrievedAt.slice(0, 10))}`,
    phase === "saving" ? "saving" : phase === "unsaved" && "kept here, not saved",
  ].filter(Boolean);
  return (
    <div className="text-sm">
      <p className="flex flex-wrap items-center gap-1.5">
        <Badge tone={isFor ? "ok" : "danger"}>
          <Thumb aria-hidden size={12} /> {isFor ? "For" : "Against"}
        </Badge>
        {lacksLocator(evidence) ? (
          <Badge tone="warn" dashed title="A reader cannot find the place in the source">
            no locator
          </Badge>
        ) : (
          <bdi className="text-xs font-medium">{locator}</bdi>
        )}
        {canEdit && (
          <span className="ms-auto flex">
            <Button
              look="quiet"
              size="icon-sm"
              aria-label="Change source"
              title="Change source"
              onClick={onEdit}
            >
              <Pencil aria-hidden size={13} />
            </Button>
            <Button
              look="quiet"
              size="icon-sm"
              aria-label="Delete source"
              title="Delete source"
              onClick={onDelete}
            >
              <Trash2 aria-hidden size={13} />
            </Button>
          </span>
        )}
      </p>
      <p className="mt-0.5 leading-snug">
        {url && isSafeHref(url) ? (
          <a href={url} target="_blank" rel="noreferrer" className="stet-link">
            <bdi>{title}</bdi>
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
        ) : (
          <bdi>{title}</bdi>
        )}
        {url && (
          <span className="ms-1.5 inline-flex items-center gap-1 text-xs text-soft">
            <bdi>{hostOf(url)}</bdi>
            <ExternalLink aria-hidden size={11} />
          </span>
        )}
      </p>
      {details.length > 0 && <p className="mt-0.5 text-xs text-soft">{details.join(" · ")}</p>}
      {note && (
        <div className="mt-1 [&_.stet-prose]:font-sans [&_.stet-prose]:text-xs [&_.stet-prose]:leading-relaxed">
          <Prose text={note} under={5} />
        </div>
      )}
    </div>
  );
}
