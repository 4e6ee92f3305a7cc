"use client";

import { CornerUpLeft } from "lucide-react";
import { useState } from "react";
import { CommentComposer } from "@/app/(desk)/_talk/CommentComposer";
import { useTalk } from "@/app/(desk)/_talk/useTalk";
import { can } from "@/lib/auth/policy";
import { useActor, useDossier } from "@/lib/live/useDossier";
import type { Returned } from "@/lib/reviews/returned";
import { Ago } from "@/lib/ui/Ago";
import { Badge } from "@/lib/ui/Badge";
import { Button } from "@/lib/ui/Button";
import { Prose } from "@/lib/ui/Prose";
import { returnedWords } from "./returnedWords";
import { useReturn } from "./useReturn";
import { useSuggestion } from "./useSuggestion";

/** Why a reviewer returned this, what they would write instead, and what can be done about it. */
export function ReturnedNotice({ of }: { of: Pick<Returned, "type" | "id"> }) {
  const returned = useReturn(of);
  if (!returned) return null;
  return <Reason key={returned.at} returned={returned} />;
}

function Reason({ returned }: { returned: Returned }) {
  const { type, id, by, at, reason, suggestion, standing, commentId } = returned;
  const actor = useActor();
  const talk = useTalk();
  const name = useDossier((state) => state.members[by]?.name ?? "A former member");
  const { isUsed, use } = useSuggestion(returned);
  const [isAnswering, setAnswering] = useState(false);
  const mayChange = can(actor, type === "annotation" ? "annotation.change" : "link.change");
  const mayAnswer = commentId !== null && can(actor, "comment.create");
  const { words, tone } = returnedWords[standing];
  return (
    <section
      aria-label="Returned by a reviewer"
      className="mt-2.5 rounded-md border border-line-strong bg-sunken px-3 py-2 text-sm"
    >
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge tone={tone}>{words}</Badge>
        <span className="text-xs text-soft">
          by <bdi>{name}</bdi>, <Ago at={at} />
        </span>
      </p>
      <p dir="auto" className="mt-1.5 whitespace-pre-line">
        {reason}
      </p>
      {suggestion && (
        <div className="mt-2 border-s-2 border-accent ps-2.5">
          <p className="text-xs text-soft">
            {type === "annotation" ? "Suggested note" : "Suggested rationale"}
          </p>
          <div dir="auto" className="[&_.stet-prose]:text-sm">
            <Prose text={suggestion} under={5} />
          </div>
        </div>
      )}
      {!isAnswering && (mayAnswer || (suggestion && mayChange)) && (
        <div className="mt-2 flex flex-wrap gap-1.5">
          {suggestion && mayChange && (
            <Button size="sm" disabled={isUsed} onClick={use}>
              {isUsed ? "Used" : "Use it"}
            </Button>
          )}
          {mayAnswer && (
            <Button size="sm" look="quiet" onClick={() => setAnswering(true)}>
              <CornerUpLeft aria-hidden size={13} className="rtl:-scale-x-100" /> Answer
            </Button>
          )}
        </div>
      )}
      {isAnswering && (
        <div className="mt-2">
          <CommentComposer
            label="Answer the reviewer"
            draftKey={`answer:${type}:${id}:${at}`}
            on={{ type, id }}
            send="Answer"
            autoFocus
            onCancel={() => setAnswering(false)}
            onSend={(typed) => {
              const doing = talk.say({ type, id }, typed, commentId);
              void doing.then((settled) => (settled.saved || settled.held) && setAnswering(false));
              return doing;
            }}
          />
        </div>
      )}
    </section>
  );
}
