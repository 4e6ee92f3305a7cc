"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { can } from "@/lib/auth/policy";
import { threadsOn } from "@/lib/comments/model";
import type { Comment } from "@/lib/comments/schema";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { counted } from "../words";
import { CommentComposer } from "./CommentComposer";
import { CommentThread } from "./CommentThread";
import { useTalk } from "./useTalk";
import { useWantedComment } from "./useWantedComment";

/** What people say about one thing: open threads, resolved ones behind their count, and a place to begin another. */
export function CommentThreads({ on, isCard }: { on: Comment["on"]; isCard?: boolean }) {
  const threads = useDossier((state) => threadsOn(state.comments, on));
  const actor = useActor();
  const talk = useTalk();
  const wanted = useWantedComment();
  const [isUnfolded, setUnfolded] = useState(false);
  const canTalk = can(actor, "comment.create");
  const open = threads.filter(({ isResolved }) => !isResolved);
  const resolved = threads.filter(({ isResolved }) => isResolved);
  const leadsToResolved = resolved.some(
    ({ id, replies }) => id === wanted || replies.some((reply) => reply.id === wanted),
  );
  const showsResolved = isUnfolded || leadsToResolved;
  const Chevron = showsResolved ? ChevronDown : ChevronRight;
  return (
    <div className="flex flex-col gap-3">
      {threads.length === 0 && (
        <p className="text-xs text-soft">
          {canTalk ? "No comments yet. Ask, or @mention a colleague." : "No comments."}
        </p>
      )}
      {open.length > 0 && (
        <ul className="flex flex-col gap-3">
          {open.map((thread) => (
            <CommentThread key={thread.id} thread={thread} on={on} wanted={wanted} />
          ))}
        </ul>
      )}
      {resolved.length > 0 && (
        <div>
          <Button
            look="quiet"
            size="sm"
            className="-ms-2"
            aria-expanded={showsResolved}
            onClick={() => setUnfolded(!showsResolved)}
          >
            <Chevron aria-hidden size={14} /> {counted(resolved.length, "resolved thread")}
          </Button>
          {showsResolved && (
            <ul className="mt-2 flex flex-col gap-3">
              {resolved.map((thread) => (
                <CommentThread key={thread.id} thread={thread} on={on} wanted={wanted} />
              ))}
            </ul>
          )}
        </div>
      )}
      {canTalk && (
        <CommentComposer
          label="Comment"
          placeholder="Comment, @ to mention"
          draftKey={`comment:${on.type}:${on.id}`}
          on={on}
          send="Comment"
          isCard={isCard}
          onSend={(typed) => talk.say(on, typed, null)}
        />
      )}
    </div>
  );
}
