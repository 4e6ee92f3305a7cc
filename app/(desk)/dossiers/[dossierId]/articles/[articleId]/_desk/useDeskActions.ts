"use client";

import { useRouter } from "next/navigation";
import { type RefObject, useLayoutEffect, useMemo, useRef } from "react";
import { toast } from "sonner";
import { uuidv7 } from "uuidv7";
import { type Annotation, annotationSchema } from "@/lib/annotations/schema";
import { detailsOf, fittingDetails, type LinkDraft } from "@/lib/desk/linkDraft";
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
import { visiting } from "../../../../../sayUnavailable";
import { passageLink } from "../../../(dossier)/passageLink";
import { announce } from "./Announcer";
import type { Desk, DeskActions, DeskRevision } from "./deskContext";
import { keepLinkDraft } from "./linkDraftStore";
import { newAnnotation } from "./newAnnotation";
import type { Pane } from "./paneContext";
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
  /** The link whose other end is looked for. */
  linkDraft: LinkDraft | null;
  pane: Pane | null;
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
        visiting((path) => router.push(path)),
      ),
    [router],
  );
}

function createActions(desk: () => Given, visit: (path: string) => void): DeskActions {
  const known = (id: string): Annotation | undefined => desk().store.getView().state.annotations[id];

  const select = (annotation: Annotation) => {
    desk().dispatch({ type: "selected", id: annotation.id, place: annotation.start });
  };

  const finishLink = (to: Annotation): boolean => {
    const { linkDraft } = desk();
    if (!linkDraft) return false;
    const from = known(linkDraft.from) ?? linkDraft.unborn;
    if (!from) {
      keepLinkDraft(null);
      toast.error("The passage this link began at was deleted meanwhile. Begin again from another.");
    } else actions.relate(from, to);
    return true;
  };
  const unbornOf = (...ends: readonly Annotation[]) => ends.filter(({ id }) => !known(id));

  /** Seen as well as heard. */
  const sayNot = (words: string) => {
    toast(words, { id: "why-not" });
    announce(words);
  };
  const refused = (what: string) => (settled: Settled<unknown>) => {
    if (settled.saved || settled.held) return;
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
      if (same && finishLink(same)) return;
      if (same && desk().offer === same.id) return actions.goTo(same);
      if (same) {
        desk().dispatch({ type: "offered", id: same.id });
        announce(`Already tagged as ${words}. The same key again opens it.`);
        return;
      }
      dropSelection(document);
      const thing = newAnnotation({ start, end }, { dossierId, articleId, userId, revision, kind });
      void history.perform({ does: "create", noun: "annotation", thing }).then(refused("Not tagged."));
      select(thing);
      announce(`Tagged as ${words}`);
      finishLink(thing);
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
      if (!settled.saved && !settled.held && standingTwin(settled.refusal)) refused("Not changed.")(settled);
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

    endFor(given) {
      const { store, revision, linkDraft } = desk();
      const range = snapToGraphemes(revision.text, given.start, given.end);
      const place = { ...range, revisionId: revision.id, kind: "claim" as const };
      const same = twinOf(store.getView().state.annotations, place);
      if (same) return same;
      const begun = linkDraft?.unborn;
      const isBegun =
        begun?.revisionId === revision.id && begun.start === range.start && begun.end === range.end;
      return begun && isBegun ? begun : newAnnotation(range, { ...desk(), kind: "claim" });
    },

    linkFrom(end) {
      const { canEdit, dispatch, dossierId, linkDraft, pane } = desk();
      if (!canEdit || (linkDraft?.from !== end.id && finishLink(end))) return;
      const unborn = unbornOf(end);
      if (!pane || linkDraft) {
        keepLinkDraft(null);
        return dispatch({ type: "linking", linking: { from: end, to: null, unborn } });
      }
      // The other article is on the screen: what is chosen next is the other end.
      keepLinkDraft({ dossierId, from: end.id, ...(unborn[0] && { unborn: unborn[0] }) });
      announce("Choose the other end: click a highlight, or select a passage and press the same key.");
    },

    relate(from, to) {
      if (!desk().canEdit) return;
      if (from.id === to.id) return sayNot("A passage is not linked to itself. Choose another one.");
      keepLinkDraft(null);
      dropSelection(document);
      desk().dispatch({ type: "linking", linking: { from, to, unborn: unbornOf(from, to) } });
    },

    async link(from, to, given, begun) {
      const { userId, dossierId, history } = desk();
      const at = new Date().toISOString();
      const thing: Link = {
        ...{ id: uuidv7(), dossierId, from: from.id, to: to.id, severity: null, ...fittingDetails(given) },
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
      const step = { does: "create", noun: "link", thing } as const;
      // One that was deleted while this was being said is not made again: the link is refused and says so.
      const unborn = unbornOf(...begun);
      if (unborn.length === 0) return history.perform(step);
      const ends = unborn.map((end) => ({ does: "create", noun: "annotation", thing: end }) as const);
      const settled = await history.perform({
        does: "together",
        says: "passages linked",
        steps: [...ends, step],
      });
      if (!settled.saved) return settled;
      // The last of the steps is the link.
      return (settled.answer as { outcomes: readonly Settled<unknown>[] }).outcomes.at(-1) ?? settled;
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
      const { articleId, revision, dossierId, surface, pane } = desk();
      const isElsewhere =
        annotation.articleId !== articleId || (pane && annotation.revisionId !== revision.id);
      if (isElsewhere) {
        if (pane?.showBeside(annotation)) return;
        visit(passageLink({ ...annotation, dossierId }));
        return;
      }
      select(annotation);
      surface.current?.scrollTo(annotation);
      // The sheet with the card covers the lower part of a narrow screen.
      if (isNarrow() && !pane) window.scrollBy({ top: window.innerHeight * 0.2, behavior: "instant" });
      surface.current?.flash(annotation);
    },

    goBeside(annotation) {
      if (!desk().pane?.showBeside(annotation)) actions.goTo(annotation);
    },

    pick(ids, point) {
      const [first, ...others] = ids;
      if (first === undefined) return;
      if (others.length > 0) return desk().dispatch({ type: "choosing", ids, ...point });
      const annotation = known(first);
      if (annotation && !finishLink(annotation)) select(annotation);
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
