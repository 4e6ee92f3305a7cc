"use client";

import type { Comment } from "@/lib/comments/schema";
import { CommentThreads } from "../../../../../_talk/CommentThreads";

/** What is said about the thing whose card this is in. */
export function CardComments({ on }: { on: Comment["on"] }) {
  return (
    <section aria-label="Comments" className="mt-3 border-t border-line pt-2">
      <h3 className="mb-2 text-sm font-medium">Comments</h3>
      <CommentThreads on={on} isCard={on.type === "annotation"} />
    </section>
  );
}
