"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useLayoutEffect, useMemo, useRef } from "react";
import { toast } from "sonner";
import { uuidv7 } from "uuidv7";
import { describePassage } from "@/lib/anchoring/describe";
import { type Annotation, annotationSchema } from "@/lib/annotations/schema";
import { detailsOf, fittingDetails } from "@/lib/desk/linkDraft";
import { sayState } from "@/lib/desk/sayPassage";
import { fieldsBefore } from "@/lib/desk/steps";
import { twinOf } from "@/lib/desk/twin";
import { dropSelection } from "@/lib/editor/selection";
import type { ArticleSurfaceHandle } from "@/lib/editor/surfaceHandle";
import { sentenceKey } from "@/lib/journal/apply";
import type { Link } from "@/lib/links/schema";
import type { DossierStore, Settled } from "@/lib/live/store";
import { snapToGraphemes } from "@/lib/text/graphemes";
import { kindWords } from "@/lib/ui/KindBadge";
import { passageLink } from "../../../(dossier)/passageLink";
import { announce } from "./Announcer";
import type { Desk, DeskActions, DeskRevision } from "./deskContext";
import { keepLinkDraft } from "./linkDraftStore";
import { saveForm } from "./saveForm";
import type { History } from "./useHistory";
import { isNarrow } from "./useIsNarrow";

type Given = {
  store: DossierStore;
  userId: string;
  dossierId: string;
  articleId: string;
  revision: DeskRevision;
  canEdit: boolean;
  history: History;
  surface: RefObject<ArticleSurfaceHandle | null>;
  dispatch: Desk["dispatch"];
  /** The annotation that was offered instead of a second one of the same words. */
  offer: string | null;
  /** The end a link is being drawn from, while its other end is looked for. */
  linkingFrom: string | null;
};

/** Everything that can be done on the desk. The same object for as long as the desk is there. */
export function useDeskActions(given: Given): DeskActions {
  const latest = useRef(given);
  useLayoutEffect(() => {
    latest.current = given;
  });
  const router = useRouter();
  return useMemo(
    () =>
      createActions(
        () => latest.current,
        (path) => router.push(path),
      ),
    [router],
  );
}

function createActions(desk: () => Given, visit: (path: string) => void): DeskActions {
  const known = (id: string): Annotation | undefined => desk().store.getView().state.annotations[id];

  const select = (annotation: Annotation) => {
    desk().dispatch({ type: "selected", id: annotation.id, place: annotation.start });
  };

  const finishLink = (to: string): boolean => {
    const from = desk().linkingFrom;
    if (!from || from === to) return false;
    keepLinkDraft(null);
    desk().dispatch({ type: "linking", linking: { from, to } });
    return true;
  };

  const refused = (what: string) => (settled: Settled<unknown>) => {
    if (settled.saved) return;
    const there = standingTwin(settled.refusal);
    const action = there && { label: "Open it", onClick: () => actions.goTo(there) };
    toast.error(`${what} ${settled.refusal.message}`, action ? { action } : {});
  };

  const actions: DeskActions = {
    undo: () => desk().history.undo(),
    redo: () => desk().history.redo(),

    tag(kind, given) {
      const { store, revision, canEdit, userId, dossierId, articleId, history } = desk();
      if (!canEdit) return;
      const { start, end } = snapToGraphemes(revision.text, given.start, given.end);
      const words = kindWords[kind].one.toLowerCase();
      const same = twinOf(store.getView().state.annotations, { revisionId: revision.id, kind, start, end });
      if (same && finishLink(same.id)) return;
      if (same && desk().offer === same.id) return actions.goTo(same);
      if (same) {
        desk().dispatch({ type: "offered", id: same.id });
        announce(`Already tagged as ${words}. The same key again opens it.`);
        return;
      }
      dropSelection(document);
      const { exact, prefix, suffix } = describePassage(revision.text, start, end).quote;
      const at = new Date().toISOString();
      const thing: Annotation = {
        ...{ id: uuidv7(), dossierId, articleId, revisionId: revision.id },
        ...{ start, end, exact, prefix, suffix, kind, note: "", attributes: {}, tags: [] },
        ...{ checkStatus: "unchecked", confidence: null, assignee: null, checker: null, secondChecker: null },
        ...{
          version: 1,
          createdBy: userId,
          updatedBy: userId,
          createdAt: at,
          updatedAt: at,
          deletedAt: null,
        },
      };
      void history.perform({ does: "create", noun: "annotation", thing }).then(refused("Not tagged."));
      select(thing);
      announce(`Tagged as ${words}`);
      finishLink(thing.id);
    },

    async change(id, after) {
      const thing = known(id);
      const before = thing ? fieldsBefore(thing, after) : {};
      const settled = await desk().history.perform({
        does: "change",
        noun: "annotation",
        id,
        before,
        after,
      });
      // Other refusals are shown where the change was made; this one leads elsewhere.
      if (!settled.saved && standingTwin(settled.refusal)) refused("Not changed.")(settled);
      return settled;
    },

    async bringBack(annotation, fields) {
      const { history } = desk();
      const thing = { ...annotation, version: annotation.version - 1, deletedAt: null };
      const before = fieldsBefore(annotation, fields);
      return history.perform({
        does: "together",
        says: "annotation brought back with your draft",
        steps: [
          { does: "restore", noun: "annotation", thing },
          { does: "change", noun: "annotation", id: thing.id, before, after: fields },
        ],
      });
    },

    remove(annotation) {
      const { history, dispatch } = desk();
      const doing = history.perform({ does: "delete", noun: "annotation", thing: annotation });
      void doing.then(refused("Not deleted."));
      dispatch({ type: "selected", id: null, place: annotation.start });
      announce("Annotation deleted");
      toast("Annotation deleted", {
        action: { label: "Undo", onClick: () => history.undoDeed(doing.deedId) },
      });
    },

    toggleCleared(sentence) {
      const { store, revision, articleId, canEdit, history } = desk();
      if (!canEdit) return;
      const place = { articleId, revisionId: revision.id, start: sentence.start, end: sentence.end };
      const isCleared = sentenceKey(place) in store.getView().state.cleared;
      void history
        .perform({ does: isCleared ? "reopen" : "clear", noun: "sentence", place })
        .then(refused("Not changed."));
      announce(isCleared ? "Sentence open again" : "Nothing to check in this sentence");
    },

    toggleAllCleared(sentences) {
      const { store, revision, articleId, canEdit, history } = desk();
      if (!canEdit) return;
      const { cleared } = store.getView().state;
      const places = sentences.map(({ start, end }) => ({ articleId, revisionId: revision.id, start, end }));
      const open = places.filter((place) => !(sentenceKey(place) in cleared));
      const does = open.length > 0 ? ("clear" as const) : ("reopen" as const);
      const steps = (open.length > 0 ? open : places).map((place) => ({
        ...{ does, noun: "sentence" as const, place },
      }));
      if (steps.length === 0) return announce("No whole sentence in this range");
      const count = steps.length === 1 ? "1 sentence" : `${steps.length} sentences`;
      const says = does === "clear" ? `nothing to check in ${count}` : `${count} open again`;
      void history.perform({ does: "together", steps, says }).then(refused("Not changed."));
      announce(says);
    },

    link(from, to, given) {
      const { userId, dossierId, history } = desk();
      const at = new Date().toISOString();
      const thing: Link = {
        ...{ id: uuidv7(), dossierId, from, to, severity: null, ...fittingDetails(given) },
        ...{ status: "open", statusReason: "", owner: null, endsDigest: "" },
        ...{
          version: 1,
          createdBy: userId,
          updatedBy: userId,
          createdAt: at,
          updatedAt: at,
          deletedAt: null,
        },
      };
      return history.perform({ does: "create", noun: "link", thing });
    },

    async changeLink(id, opened, typed) {
      const { store, history } = desk();
      const link = store.getView().state.links[id];
      return saveForm({ opened, now: link ? detailsOf(link) : null, typed }, (before, after) =>
        history.perform({ does: "change", noun: "link", id, before, after }),
      );
    },

    removeLink(link) {
      const { history } = desk();
      const doing = history.perform({ does: "delete", noun: "link", thing: link });
      void doing.then(refused("Not deleted."));
      announce("Link deleted");
      toast("Link deleted", { action: { label: "Undo", onClick: () => history.undoDeed(doing.deedId) } });
    },

    goTo(annotation) {
      const { articleId, dossierId, surface } = desk();
      if (annotation.articleId !== articleId) {
        visit(passageLink({ ...annotation, dossierId }));
        return;
      }
      select(annotation);
      surface.current?.scrollTo(annotation);
      // The sheet with the card covers the lower part of a narrow screen.
      if (isNarrow()) window.scrollBy({ top: window.innerHeight * 0.2, behavior: "instant" });
      surface.current?.flash(annotation);
    },

    pick(ids, point) {
      const [first, ...others] = ids;
      if (first === undefined) return;
      if (others.length > 0) return desk().dispatch({ type: "choosing", ids, ...point });
      if (finishLink(first)) return;
      const annotation = known(first);
      if (annotation) select(annotation);
    },

    take(range) {
      const { store, articleId, revision, surface, dispatch } = desk();
      dropSelection(document);
      dispatch({ type: "ranged", range });
      surface.current?.scrollTo(range);
      const { state } = store.getView();
      const words = revision.sentences.some((one) => one.start === range.start && one.end === range.end)
        ? sayState(
            range,
            Object.values(state.annotations).filter((one) => one.revisionId === revision.id),
            sentenceKey({ revisionId: revision.id, start: range.start }) in state.cleared,
          )
        : "";
      const language = state.articles[articleId]?.language ?? "";
      announce(words, { text: revision.text.slice(range.start, range.end), language });
    },
  };
  return actions;
}

/** The annotation in whose way a refused one stood, as the server told it. */
function standingTwin({ code, current }: { code: string; current?: unknown }): Annotation | null {
  if (code !== "duplicate") return null;
  return annotationSchema.safeParse(current).data ?? null;
}
