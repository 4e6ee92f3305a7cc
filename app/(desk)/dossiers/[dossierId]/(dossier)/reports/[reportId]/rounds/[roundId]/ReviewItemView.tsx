"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import type { Before } from "@/lib/reviews/material";
import type { RoundItem } from "@/lib/reviews/schema";
import { Badge } from "@/lib/ui/Badge";
import { Button } from "@/lib/ui/Button";
import { Notice } from "@/lib/ui/Notice";
import { CommentThreads } from "../../../../../../../_talk/CommentThreads";
import { AnnotationReview } from "./AnnotationReview";
import { DecisionSaid } from "./DecisionSaid";
import { DifferenceRead } from "./DifferenceRead";
import { ItemHistory } from "./ItemHistory";
import { LinkReview } from "./LinkReview";
import { LinkStory } from "./LinkStory";
import { Part } from "./Part";
import type { ReviewRow } from "./reviewRows";
import { standingWords } from "./standingWords";

type Props = {
  row: ReviewRow;
  before: Before | undefined;
  dossierId: string;
  decisions: ReadonlyMap<string, RoundItem>;
  isLater: boolean;
  hasChanged: boolean;
  isHistoryOpen: boolean;
  onHistory: (isOpen: boolean) => void;
  onGo: (key: string) => void;
};

/** The item in hand with all that is needed for deciding on it. The only one that is there in full. */
export function ReviewItemView(props: Props) {
  const { row, before, dossierId, decisions, isLater, hasChanged, isHistoryOpen, onHistory, onGo } = props;
  const { item, standing, last } = row;
  const on = { type: item.type, id: item.id };
  const difference = (isLater || hasChanged) && (
    <>
      {hasChanged && (
        <Notice tone="warn" title="Changed since the round was submitted">
          What you see is what was frozen. What stands now is decided on in a new round.
        </Notice>
      )}
      {isLater && (
        <div className="flex flex-col gap-2 text-sm">
          <p className="flex flex-wrap items-center gap-2">
            <Badge tone={standingWords[standing].tone}>{standingWords[standing].words}</Badge>
            <span className="text-soft">{standingWords[standing].says}</span>
          </p>
          {last && standing !== "carried" && (
            <div className="flex flex-wrap gap-x-2">
              <span className="text-soft">Round {last.number}:</span>
              <DecisionSaid
                said={{ ...last.item, carriedFrom: null }}
                item={item}
                over={saidBefore(before)}
              />
            </div>
          )}
        </div>
      )}
      {before && <DifferenceRead item={item} before={before} />}
    </>
  );
  const Chevron = isHistoryOpen ? ChevronDown : ChevronRight;
  const rest = (
    <>
      <Part title="Comments">
        <CommentThreads on={on} isCard />
      </Part>
      <div className="border-t border-line pt-2">
        <Button
          size="sm"
          look="quiet"
          className="-ms-2"
          aria-expanded={isHistoryOpen}
          onClick={() => onHistory(!isHistoryOpen)}
        >
          <Chevron aria-hidden size={14} /> {item.type === "link" ? "History and story" : "History"}
        </Button>
        {isHistoryOpen && (
          <div className="mt-2 flex flex-col gap-4">
            {item.type === "link" && <LinkStory linkId={item.id} />}
            <ItemHistory dossierId={dossierId} itemId={item.id} />
          </div>
        )}
      </div>
    </>
  );
  return item.type === "annotation" ? (
    <AnnotationReview {...{ item, dossierId, decisions, onGo, difference }}>{rest}</AnnotationReview>
  ) : (
    <LinkReview {...{ item, dossierId, difference }}>{rest}</LinkReview>
  );
}

function saidBefore(before: Before | undefined): string | undefined {
  return before && (before.type === "annotation" ? before.annotation.note : before.link.rationale);
}
