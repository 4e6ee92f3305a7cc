"use client";

import { MessageSquare } from "lucide-react";
import { useState } from "react";
import { can } from "@/lib/auth/policy";
import { threadsOn } from "@/lib/comments/model";
import type { Comment } from "@/lib/comments/schema";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { counted } from "../words";
import { CommentThreads } from "./CommentThreads";
import { useWantedComment } from "./useWantedComment";

/** Comments behind a button that says how many threads wait; open when the address leads to one of them. */
export function FoldedThreads({ on }: { on: Comment["on"] }) {
  const threads = useDossier((state) => threadsOn(state.comments, on));
  const canTalk = can(useActor(), "comment.create");
  const wanted = useWantedComment();
  const [isOpen, setOpen] = useState<boolean | null>(null);
  if (threads.length === 0 && !canTalk) return null;
  const leadsHere = threads.some(
    ({ id, replies }) => id === wanted || replies.some((one) => one.id === wanted),
  );
  const shows = isOpen ?? leadsHere;
  const open = threads.filter(({ isResolved }) => !isResolved).length;
  const words =
    threads.length === 0 ? "Comment" : open === 0 ? "Comments, all resolved" : counted(open, "open thread");
  return (
    <div className="mt-2">
      <Button look="quiet" size="sm" className="-ms-2" aria-expanded={shows} onClick={() => setOpen(!shows)}>
        <MessageSquare aria-hidden size={13} /> {words}
      </Button>
      {shows && (
        <section aria-label="Comments on this link" className="mt-2">
          <CommentThreads on={on} />
        </section>
      )}
    </div>
  );
}
