"use client";

import { createContext, type RefObject, useContext } from "react";
import type { Kind } from "@/lib/annotations/kinds";
import type { Annotation } from "@/lib/annotations/schema";
import type { Article } from "@/lib/articles/schema";
import type { AnnotationFilter } from "@/lib/desk/annotationFilter";
import type { LinkDetails } from "@/lib/desk/linkDraft";
import type { AnnotationFields } from "@/lib/desk/steps";
import type { TextRange } from "@/lib/desk/wordRange";
import type { ArticleSurfaceHandle } from "@/lib/editor/surfaceHandle";
import type { Link } from "@/lib/links/schema";
import type { Settled } from "@/lib/live/store";
import type { ArticleDocument } from "@/lib/text/document";
import type { DeskEvent, DeskState } from "./deskState";

export type DeskRevision = {
  id: string;
  number: number;
  text: string;
  document: ArticleDocument;
  /** In order. */
  sentences: readonly TextRange[];
};

export type DeskActions = {
  /** Tags a range; where it is tagged so already, offers that annotation, and opens it when asked once more. */
  tag(kind: Kind, range: TextRange): void;
  change(id: string, fields: AnnotationFields): Promise<Settled<unknown>>;
  /** Restores a deleted annotation, as the server has it, and applies what was being written on it. */
  bringBack(deleted: Annotation, fields: AnnotationFields): Promise<Settled<unknown>>;
  remove(annotation: Annotation): void;
  /** Marks the sentence as having nothing to check, or opens it again. */
  toggleCleared(sentence: TextRange): void;
  /**
   * Marks all of these sentences as having nothing to check, or, where all of them are, opens them again: one step
   * to undo. Says it when there is nothing to do.
   */
  toggleAllCleared(sentences: readonly TextRange[]): void;
  /** The end a link would have at a range: the claim that stands there, or one that comes into being with the link. */
  endFor(range: TextRange): Annotation;
  /** Begins a link at this end; where one was begun at another, ends it here. */
  linkFrom(end: Annotation): void;
  /** Asks how two ends stand to each other. */
  relate(from: Annotation, to: Annotation): void;
  /** Links two ends, and makes those of them that are `unborn`, as one step; answers the refusal of the link. */
  link(
    from: Annotation,
    to: Annotation,
    details: LinkDetails,
    unborn: readonly Annotation[],
  ): Promise<Settled<unknown>>;
  /** Saves what differs from `opened`, the link as the form found it; refused where someone changed the same since. */
  changeLink(id: string, opened: LinkDetails, typed: LinkDetails): Promise<Settled<unknown>>;
  removeLink(link: Link): void;
  undo(): void;
  redo(): void;
  /** Selects an annotation and brings its passage into view; of another article, goes there. */
  goTo(annotation: Annotation): void;
  /** The other end of a link: shown in the other pane where that has it, else as `goTo` does. */
  goBeside(annotation: Annotation): void;
  /** Highlights were pointed at: selects, offers a choice, or takes one as the other end of a link. */
  pick(ids: readonly string[], point: { x: number; y: number }): void;
  /** Puts a sentence or passage in hand, in view, and says it. */
  take(range: TextRange): void;
};

/** Everything the parts of the desk share. */
export type Desk = {
  article: Article;
  revision: DeskRevision;
  canEdit: boolean;
  /** Of this revision, in the order of the text. */
  annotations: readonly Annotation[];
  /** Those the filter lets through, and the selected one. */
  shown: readonly Annotation[];
  /** How many the filter hides. */
  hidden: number;
  filter: AnnotationFilter;
  setFilter(filter: AnnotationFilter): void;
  /** Ids of annotations that a contradiction says something about. */
  contradicted: ReadonlySet<string>;
  state: DeskState;
  dispatch(event: DeskEvent): void;
  actions: DeskActions;
  surface: RefObject<ArticleSurfaceHandle | null>;
};

export const DeskContext = createContext<Desk | null>(null);

/** The desk this component lies on. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("There is no article desk around this component");
  return desk;
}
