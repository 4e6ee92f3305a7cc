"use client";

import { createContext, type RefObject, useContext } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import type { ArticleSurfaceHandle } from "@/lib/editor/surfaceHandle";

export type Side = "left" | "right";

/** What a pane's desk lends to what lies beside it. */
export type PaneDesk = {
  articleId: string;
  revisionId: string;
  surface: RefObject<ArticleSurfaceHandle | null>;
  selectedId: string | null;
  goTo(annotation: Annotation): void;
  focus(): void;
};

/** One of two desks side by side. */
export type Pane = {
  side: Side;
  /** The one that keys go to. */
  isActive: boolean;
  /** The annotation to open first. */
  at: string | null;
  /** What scrolls. */
  scroller: RefObject<HTMLDivElement | null>;
  /** Tells of a desk as it is now; null when it goes. */
  report(desk: PaneDesk | null): void;
  onLayout(): void;
  onSelected(id: string | null): void;
  /** Shows an annotation in the other pane; false when that shows something else. */
  showBeside(annotation: Annotation): boolean;
  switchPane(): void;
};

export const PaneContext = createContext<Pane | null>(null);

/** The pane this desk is in; null on a page of its own. */
export function usePane(): Pane | null {
  return useContext(PaneContext);
}
