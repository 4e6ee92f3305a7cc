"use client";

import "@/lib/editor/highlights.css";
import "./article.css";
import { useMemo, useReducer, useRef } from "react";
import { can } from "@/lib/auth/policy";
import type { ArticleSurfaceHandle } from "@/lib/editor/surfaceHandle";
import { useActor, useDossier, useDossierStore } from "@/lib/live/useDossier";
import { EmptyState } from "@/lib/ui/EmptyState";
import { Announcer } from "./Announcer";
import { DeskBody } from "./DeskBody";
import { type Desk, DeskContext } from "./deskContext";
import { initialDesk, nextDesk } from "./deskState";
import { useLinkDraft } from "./linkDraftStore";
import { type PackedRevision, unpackRevision } from "./packedRevision";
import { usePane } from "./paneContext";
import { useDeskActions } from "./useDeskActions";
import { useAnnotations, useContradicted } from "./useDeskData";
import { useFilter } from "./useFilter";
import { useHistory } from "./useHistory";
import { useShown } from "./useShown";

/** One article to read, tag and link. */
export function ArticleDesk(props: { articleId: string; revision: PackedRevision }) {
  const { articleId, revision: packed } = props;
  const revision = useMemo(() => unpackRevision(packed), [packed]);
  const store = useDossierStore();
  const actor = useActor();
  const dossierId = useDossier((state) => state.dossier.id);
  const article = useDossier((state) => state.articles[articleId]);
  // Who annotates independently sees their own alone; who only reads is no party to it.
  const isAlone = article?.independent === true && can(actor, "annotation.create");
  const annotations = useAnnotations(revision.id, isAlone ? actor.userId : null);
  const contradicted = useContradicted();
  const [state, dispatch] = useReducer(nextDesk, initialDesk);
  const surface = useRef<ArticleSurfaceHandle>(null);
  const draft = useLinkDraft(dossierId);
  const history = useHistory(store, actor.userId);
  // What is made goes on the newest revision: an earlier one is there to be read and linked from its own desk.
  const isNewest = article?.revisionId === revision.id;
  const canEdit = can(actor, "annotation.create") && isNewest;
  const pane = usePane();
  const given = {
    store,
    userId: actor.userId,
    dossierId,
    articleId,
    revision,
    canEdit,
    history,
    offer: state.offer,
  };
  const actions = useDeskActions({ ...given, surface, dispatch, linkDraft: draft, pane });

  const { filter, setFilter } = useFilter();
  const { shown, hidden } = useShown(annotations, filter, state.selectedId);
  const desk = useMemo(
    (): Desk | null =>
      article
        ? {
            ...{ article, revision, canEdit, annotations, shown, hidden, filter, setFilter, contradicted },
            ...{ state, dispatch, actions, surface },
          }
        : null,
    [article, revision, canEdit, annotations, shown, hidden, filter, setFilter, contradicted, state, actions],
  );
  if (!desk) {
    return (
      <div className="p-8">
        <EmptyState title="This article was deleted">Someone deleted it while you had it open.</EmptyState>
      </div>
    );
  }
  return (
    <DeskContext value={desk}>
      <DeskBody linkDraft={draft} />
      {!pane && <Announcer />}
    </DeskContext>
  );
}
