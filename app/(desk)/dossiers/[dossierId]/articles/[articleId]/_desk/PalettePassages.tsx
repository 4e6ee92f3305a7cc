"use client";

import { useMemo } from "react";
import { findAnnotations } from "@/lib/desk/findAnnotations";
import { useDossier } from "@/lib/live/useDossier";
import { KindBadge } from "@/lib/ui/KindBadge";
import { useDesk } from "./deskContext";
import { PaletteGroup, PaletteItem } from "./PaletteGroup";

const MOST_PASSAGES = 12;

/** The annotations of the dossier whose passage or note has the words, those of this article first. */
export function PalettePassages(props: { query: string; onChoose: (then: () => void) => void }) {
  const { query, onChoose } = props;
  const { article, actions } = useDesk();
  const annotations = useDossier((state) => state.annotations);
  const articles = useDossier((state) => state.articles);
  const found = useMemo(() => {
    if (query.trim().length < 2) return [];
    const known = Object.values(annotations).filter((one) => articles[one.articleId]);
    const isElsewhere = (one: { articleId: string }) => Number(one.articleId !== article.id);
    return findAnnotations(known, query)
      .sort((a, b) => isElsewhere(a) - isElsewhere(b))
      .slice(0, MOST_PASSAGES);
  }, [annotations, articles, article.id, query]);
  return (
    <PaletteGroup heading="Annotations">
      {found.map((one) => (
        <PaletteItem key={one.id} value={one.id} onSelect={() => onChoose(() => actions.goTo(one))}>
          <KindBadge kind={one.kind} short />
          <span dir="auto" className="line-clamp-1 min-w-0 flex-1 font-serif">
            {one.exact}
          </span>
          {one.articleId !== article.id && (
            <span className="max-w-40 truncate text-xs text-soft">{articles[one.articleId]?.title}</span>
          )}
        </PaletteItem>
      ))}
    </PaletteGroup>
  );
}
