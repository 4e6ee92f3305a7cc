"use client";

import { Check, Reply, RotateCcw } from "lucide-react";
import { useState } from "react";
import { can } from "@/lib/auth/policy";
import type { Thread } from "@/lib/comments/model";
import type { Comment } from "@/lib/comments/schema";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Ago } from "@/lib/ui/Ago";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { CommentComposer } from "./CommentComposer";
import { CommentItem } from "./CommentItem";
import { useTalk } from "./useTalk";

/** A comment and its answers, to answer, resolve and open again. */
export function CommentThread(props: { thread: Thread; on: Comment["on"]; wanted: string | null }) {
  const { thread, on, wanted } = props;
  const { root, replies, isResolved } = thread;
  const actor = useActor();
  const talk = useTalk();
  const [isReplying, setReplying] = useState(false);
  const canTalk = can(actor, "comment.create");
  const resolver = useDossier((state) => state.members[root?.resolvedBy ?? ""]?.name);
  // The server answers in a thread whose beginning was deleted only to what is still there.
  const answersTo = root ?? replies[0];
  return (
    <li className={classes("rounded-md border border-line p-2.5", isResolved ? "bg-sunken" : "bg-paper")}>
      {root ? (
        <CommentItem comment={root} isWanted={wanted === root.id} />
      ) : (
        <p className="text-xs text-soft italic">The comment this began with was deleted.</p>
      )}
      {replies.length > 0 && (
        <ul aria-label="Replies" className="mt-2.5 flex flex-col gap-2.5 border-s-2 border-line ps-2.5">
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentItem comment={reply} isWanted={wanted === reply.id} />
            </li>
          ))}
        </ul>
      )}
      {isResolved && root?.resolvedAt && (
        <p className="mt-2 text-xs text-soft">
          Resolved{resolver ? " by " : ""}
          <bdi>{resolver}</bdi>, <Ago at={root.resolvedAt} />
        </p>
      )}
      {canTalk && !isReplying && (
        <p className="mt-1.5 flex gap-1">
          {answersTo && !isResolved && (
            <Button look="quiet" size="sm" onClick={() => setReplying(true)}>
              <Reply aria-hidden size={13} /> Reply
            </Button>
          )}
          {root && (
            <Button
              look="quiet"
              size="sm"
              className="ms-auto"
              onClick={() => talk.resolve(root, !isResolved)}
            >
              {isResolved ? <RotateCcw aria-hidden size={13} /> : <Check aria-hidden size={13} />}
              {isResolved ? "Reopen" : "Resolve"}
            </Button>
          )}
        </p>
      )}
      {isReplying && answersTo && (
        <div className="mt-2.5">
          <CommentComposer
            label="Reply"
            placeholder="Reply, @ to mention"
            draftKey={`reply:${thread.id}`}
            on={on}
            send="Reply"
            autoFocus
            onSend={(typed) => {
              setReplying(false);
              return talk.say(on, typed, answersTo.id);
            }}
            onCancel={() => setReplying(false)}
          />
        </div>
      )}
    </li>
  );
}
