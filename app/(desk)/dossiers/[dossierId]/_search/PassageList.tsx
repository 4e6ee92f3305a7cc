"use client";

import Link from "next/link";
import type { MouseEvent } from "react";
import { useDossier } from "@/lib/live/useDossier";
import type { FoundPassage } from "@/lib/search/schema";
import { grouped } from "@/lib/text/grouped";
import { Button } from "@/lib/ui/Button";
import { KindBadge } from "@/lib/ui/KindBadge";
import { counted } from "../../../words";
import { PassageText } from "./PassageText";
import { placeLink } from "./passagePlace";
import type { Passages } from "./usePassages";

type Props = {
  passages: Passages;
  /** Called before the link is followed; may keep it from being followed. */
  onOpen?: (passage: FoundPassage, event: MouseEvent) => void;
};

/** Passages of a whole dossier, by article; each leads to its place. */
export function PassageList({ passages, onOpen }: Props) {
  const articles = useDossier((state) => state.articles);
  const dossierId = useDossier((state) => state.dossier.id);
  const annotations = useDossier((state) => state.annotations);
  return (
    <div className="flex flex-col gap-4">
      {[...grouped(passages.items, (one) => one.articleId)].map(([articleId, list]) => (
        <section key={articleId} aria-label={articles[articleId]?.title}>
          <h3 dir="auto" className="mb-1 flex items-baseline gap-2 text-sm font-semibold">
            <span className="min-w-0 flex-1">{articles[articleId]?.title}</span>
            <span className="shrink-0 text-xs font-normal text-soft">
              {counted(passages.byArticle.get(articleId) ?? list.length, "paragraph")}
            </span>
          </h3>
          <ul className="flex flex-col gap-1">
            {list.map((one) => {
              const kinds = new Set(one.annotationIds.flatMap((id) => annotations[id]?.kind ?? []));
              return (
                <li key={one.start}>
                  <Link
                    href={placeLink({ dossierId, ...one })}
                    onClick={(event) => onOpen?.(one, event)}
                    className="flex items-start gap-2 rounded-md border border-line px-2.5 py-1.5 hover:border-accent hover:bg-accent-wash"
                  >
                    <span className="min-w-0 flex-1">
                      <PassageText {...one} />
                    </span>
                    {[...kinds].map((kind) => (
                      <KindBadge key={kind} kind={kind} short />
                    ))}
                  </Link>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {passages.hasMore && (
        <Button size="sm" busy={passages.isBusy} onClick={passages.more} className="self-start">
          More passages
        </Button>
      )}
    </div>
  );
}
