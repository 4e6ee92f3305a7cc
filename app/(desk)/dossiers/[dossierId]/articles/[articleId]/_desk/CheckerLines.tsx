"use client";

import { UserCheck } from "lucide-react";
import { isVerdict } from "@/lib/annotations/model";
import type { Annotation } from "@/lib/annotations/schema";
import type { AnnotationFields } from "@/lib/desk/steps";
import { useActor, useDossier } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";

/**
 * Who checked, and who checked it again. One says so for oneself only, and never twice: the rules are the server's
 * (annotations/model); here they are said where the choice is made.
 *
 * @param props.onChange left out for those who may only read
 */
export function CheckerLines(props: {
  annotation: Annotation;
  onChange?: (fields: AnnotationFields) => void;
}) {
  const { annotation, onChange } = props;
  const { checker, secondChecker, checkStatus } = annotation;
  const { userId } = useActor();
  const first = useName(checker);
  const second = useName(secondChecker);
  if (!isVerdict(checkStatus)) return null;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] items-baseline gap-x-3 gap-y-1 rounded-md bg-sunken px-2.5 py-1.5 text-xs leading-relaxed">
      <dt className="text-soft">Checked by</dt>
      <dd className="flex items-baseline gap-1.5">
        {checker && <UserCheck aria-hidden size={12} className="self-center text-ok" />}
        {checker ? (checker === userId ? "you" : first) : "not said"}
      </dd>
      <dt className="text-soft">Second check</dt>
      <dd>
        {secondChecker ? (
          <span className="inline-flex items-baseline gap-1.5">
            <UserCheck aria-hidden size={12} className="self-center text-ok" />
            {secondChecker === userId ? "you" : second}
            {onChange && secondChecker === userId && (
              <Button look="quiet" size="sm" onClick={() => onChange({ secondChecker: null })}>
                Take back
              </Button>
            )}
          </span>
        ) : !onChange ? (
          "none"
        ) : checker === userId ? (
          <span className="text-soft">
            none yet. It must be another person than the first: you cannot give both.
          </span>
        ) : (
          <Button size="sm" onClick={() => onChange({ secondChecker: userId })}>
            I checked this, too
          </Button>
        )}
      </dd>
    </dl>
  );
}

function useName(id: string | null): string {
  return useDossier((state) => (id && state.members[id]?.name) || "Someone no longer here");
}
