"use client";

import { Eye } from "lucide-react";
import { Ago } from "@/lib/ui/Ago";
import { Button } from "@/lib/ui/Button";
import { Notice } from "@/lib/ui/Notice";

type Props = {
  /** When the reader was last here. */
  at: string;
  count: number;
  /** There may be more, further down than is shown. */
  isMore: boolean;
  onGo: () => void;
  onSeen: () => void;
};

/** How much happened since one was last here, the way to where it begins, and the way to be done with it. */
export function SinceNotice({ at, count, isMore, onGo, onSeen }: Props) {
  return (
    <Notice
      role="status"
      title={
        <>
          {count}
          {isMore && " or more"} new since you were last here, <Ago at={at} />
        </>
      }
      actions={
        <>
          <Button size="sm" onClick={onGo}>
            Go to where you left off
          </Button>
          <Button size="sm" look="quiet" onClick={onSeen}>
            <Eye aria-hidden size={14} /> I have seen it all
          </Button>
        </>
      }
    />
  );
}
