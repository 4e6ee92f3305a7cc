"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { can } from "@/lib/auth/policy";
import { decodeMentions, linkedMentions } from "@/lib/comments/mentions";
import type { Comment } from "@/lib/comments/schema";
import { orWaiting } from "@/lib/live/orWaiting";
import { useActor, useDossier, useDossierStore, useView } from "@/lib/live/useDossier";
import { Ago } from "@/lib/ui/Ago";
import { Avatar } from "@/lib/ui/Avatar";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { Prose } from "@/lib/ui/Prose";
import { CommentComposer } from "./CommentComposer";
import { useTalk } from "./useTalk";

/** Cards beside the text place themselves for a moment before they rest. */
const REST_MS = 250;

/** One comment: who, when, what; its author changes and deletes it. */
export function CommentItem({ comment, isWanted }: { comment: Comment; isWanted: boolean }) {
  const members = useDossier((state) => state.members);
  const phase = useView((view) => view.phases[`comment:${comment.id}`]);
  const actor = useActor();
  const talk = useTalk();
  const store = useDossierStore();
  const [isEditing, setEditing] = useState(false);
  const element = useRef<HTMLDivElement>(null);
  const author = members[comment.createdBy]?.name ?? "A former member";
  const isMine =
    comment.createdBy === actor.userId && can(actor, "comment.change", { makers: [comment.createdBy] });
  useEffect(() => {
    if (!isWanted) return;
    const timer = setTimeout(() => element.current?.scrollIntoView({ block: "center" }), REST_MS);
    return () => clearTimeout(timer);
  }, [isWanted]);
  return (
    <div
      ref={element}
      className={classes("scroll-m-16 rounded-xs", isWanted && "outline-2 outline-offset-4 outline-accent")}
    >
      <p className="flex items-center gap-1.5 text-xs">
        <Avatar name={author} size="sm" />
        <bdi className="min-w-0 truncate font-semibold">{author}</bdi>
        <span className="text-soft" role={phase ? "status" : undefined}>
          {phase === "saving" ? (
            "Sending"
          ) : phase === "unsaved" ? (
            "Kept here, not sent"
          ) : (
            <Ago at={comment.createdAt} />
          )}
        </span>
        {isMine && !isEditing && (
          <span className="ms-auto flex">
            <Button
              look="quiet"
              size="icon-sm"
              aria-label="Change comment"
              title="Change comment"
              onClick={() => setEditing(true)}
            >
              <Pencil aria-hidden size={13} />
            </Button>
            <Button
              look="quiet"
              size="icon-sm"
              aria-label="Delete comment"
              title="Delete comment"
              onClick={() => talk.remove(comment)}
            >
              <Trash2 aria-hidden size={13} />
            </Button>
          </span>
        )}
      </p>
      {isEditing ? (
        <div className="mt-1.5">
          <CommentComposer
            label="Change comment"
            draftKey={`reword:${comment.id}`}
            initial={decodeMentions(comment.body, Object.values(members))}
            on={comment.on}
            send="Save"
            autoFocus
            onSend={(typed) => {
              const doing = talk.reword(comment, typed);
              void orWaiting(store, doing).then((settled) => (settled?.saved ?? true) && setEditing(false));
              return doing;
            }}
            onCancel={() => setEditing(false)}
          />
        </div>
      ) : (
        <div className="mt-1 [&_.stet-prose]:font-sans [&_.stet-prose]:text-sm [&_.stet-prose]:leading-relaxed">
          <Prose text={linkedMentions(comment.body, (userId) => members[userId]?.name)} under={5} />
        </div>
      )}
    </div>
  );
}
