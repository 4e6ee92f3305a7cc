"use client";

import { useMemo } from "react";
import { toast } from "sonner";
import { uuidv7 } from "uuidv7";
import { encodeMentions } from "@/lib/comments/mentions";
import type { Comment } from "@/lib/comments/schema";
import type { DossierStore, Settled } from "@/lib/live/store";
import { useActor, useDossierStore } from "@/lib/live/useDossier";
import { announce } from "../dossiers/[dossierId]/articles/[articleId]/_desk/Announcer";
import {
  type Doing,
  type History,
  useHistory,
} from "../dossiers/[dossierId]/articles/[articleId]/_desk/useHistory";

export type Talk = {
  /** Says something about a thing, or answers in a thread; shown at once. */
  say(on: Comment["on"], typed: string, replyTo: string | null): Doing;
  reword(comment: Comment, typed: string): Doing;
  resolve(comment: Comment, resolved: boolean): void;
  remove(comment: Comment): void;
};

/** The longest body, in UTF-16 units, as the server has it. */
export const MOST_COMMENT = 5_000;

/** What can be done with comments, on every page of a dossier. All of it can be undone. */
export function useTalk(): Talk {
  const store = useDossierStore();
  const { userId } = useActor();
  const history = useHistory(store, userId);
  return useMemo(() => createTalk(store, userId, history), [store, userId, history]);
}

function createTalk(store: DossierStore, userId: string, history: History): Talk {
  const bodyOf = (typed: string) =>
    encodeMentions(typed.trim(), Object.values(store.getView().state.members));
  const refused = (what: string) => (settled: Settled<unknown>) => {
    if (!settled.saved && !settled.held) toast.error(`${what} ${settled.refusal.message}`);
  };
  return {
    say(on, typed, replyTo) {
      const at = new Date().toISOString();
      const thing: Comment = {
        ...{ id: uuidv7(), dossierId: store.getView().state.dossier.id, on, replyTo, body: bodyOf(typed) },
        ...{ resolvedAt: null, resolvedBy: null, version: 1, createdBy: userId },
        ...{ createdAt: at, updatedAt: at, deletedAt: null },
      };
      announce(replyTo ? "Reply sent" : "Comment sent");
      return history.perform({ does: "create", noun: "comment", thing });
    },
    reword(comment, typed) {
      const change = { before: { body: comment.body }, after: { body: bodyOf(typed) } };
      return history.perform({ does: "change", noun: "comment", id: comment.id, ...change });
    },
    resolve(comment, resolved) {
      const change = { before: { resolved: !resolved }, after: { resolved } };
      void history
        .perform({ does: "change", noun: "comment", id: comment.id, ...change })
        .then(refused(resolved ? "Not resolved." : "Not opened again."));
      announce(resolved ? "Thread resolved" : "Thread open again");
    },
    remove(comment) {
      const doing = history.perform({ does: "delete", noun: "comment", thing: comment });
      void doing.then(refused("Not deleted."));
      announce("Comment deleted");
      toast("Comment deleted", {
        action: { label: "Undo", onClick: () => history.undoDeed(doing.deedId) },
      });
    },
  };
}
