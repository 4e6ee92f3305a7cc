"use client";

import { memo, type RefObject, useEffectEvent, useMemo } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { useDossier } from "@/lib/live/useDossier";
import { classes } from "@/lib/ui/classes";
import { ArticleDesk } from "../../articles/[articleId]/_desk/ArticleDesk";
import {
  type Pane,
  PaneContext,
  type PaneDesk,
  type Side,
} from "../../articles/[articleId]/_desk/paneContext";
import { ArticleChoice } from "./ArticleChoice";
import type { ComparedArticle } from "./comparedArticle";

/** What concerns the page around it, as the curve that is pointed at, renders no desk. */
const Desk = memo(ArticleDesk);

type Props = {
  side: Side;
  article: ComparedArticle | null;
  besideId: string | null;
  isActive: boolean;
  scroller: RefObject<HTMLDivElement | null>;
  onActive(): void;
  onShow(shown: { articleId: string; revisionId?: string }): void;
  onReport(desk: PaneDesk | null): void;
  onLayout(): void;
  onSelected(id: string | null): void;
  showBeside(annotation: Annotation): boolean;
  switchPane(): void;
};

/** One side: a desk of its own, or the choice of an article. Whatever is touched or focused becomes the active one. */
export function ComparePane(props: Props) {
  const { side, article, isActive, scroller, onActive } = props;
  const title = useDossier((state) => (article ? state.articles[article.articleId]?.title : undefined));
  const report = useEffectEvent(props.onReport);
  const onLayout = useEffectEvent(props.onLayout);
  const onSelected = useEffectEvent(props.onSelected);
  const showBeside = useEffectEvent(props.showBeside);
  const switchPane = useEffectEvent(props.switchPane);
  const at = article?.at ?? null;
  const pane = useMemo(
    (): Pane => ({ side, isActive, at, scroller, report, onLayout, onSelected, showBeside, switchPane }),
    [side, isActive, at, scroller],
  );
  return (
    <section
      data-pane={side}
      data-active={isActive || undefined}
      aria-label={`${side === "left" ? "Left" : "Right"}: ${title ?? "no article"}`}
      aria-current={isActive ? "true" : undefined}
      onFocusCapture={onActive}
      onPointerUpCapture={onActive}
      className={classes(
        "relative flex min-h-0 min-w-0 flex-col overflow-hidden border-t-3",
        // Out of sight and reach it keeps its size: what is chosen beside it can still be brought into view.
        "max-lg:col-start-1 max-lg:row-start-1",
        isActive ? "border-t-accent" : "border-t-transparent max-lg:invisible",
      )}
    >
      <ArticleChoice side={side} article={article} besideId={props.besideId} onShow={props.onShow} />
      {article && (
        <PaneContext value={pane}>
          <Desk key={article.revisionId} articleId={article.articleId} revision={article.revision} />
        </PaneContext>
      )}
    </section>
  );
}
