"use client";

import { ChevronDown, Layers } from "lucide-react";
import { kinds } from "@/lib/annotations/kinds";
import type { Annotation } from "@/lib/annotations/schema";
import { KindBadge } from "@/lib/ui/KindBadge";
import { checkStatusWords } from "../../../../../words";
import { useDesk } from "./deskContext";

/** A list longer than this is not read; the filter and `j` lead on. */
const MOST_LISTED = 100;

/** Annotations that stand too close for a card each: how many of which kind; opened, a list to choose from. */
export function CardStack(props: {
  annotations: readonly Annotation[];
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}) {
  const { annotations, isOpen, onOpen } = props;
  const { actions, contradicted } = useDesk();
  const contradictions = annotations.filter((one) => contradicted.has(one.id)).length;
  return (
    <section
      aria-label={`${annotations.length} annotations here`}
      className="rounded-lg border border-line-strong bg-surface text-sm shadow-[0_3px_0_-1px_var(--surface),0_3px_0_0_var(--line-strong)]"
    >
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => onOpen(!isOpen)}
        className="flex min-h-13 w-full cursor-pointer items-center gap-2 rounded-lg px-3 py-1.5 text-start hover:bg-sunken"
      >
        <Layers aria-hidden size={15} className="shrink-0 text-soft" />
        <span className="min-w-0 flex-1">
          <span className="block leading-tight font-medium">
            {annotations.length} annotations here
            {contradictions > 0 && (
              <span className="ms-2 text-xs text-contradiction">{contradictions} contradicted</span>
            )}
          </span>
          <span className="mt-0.5 flex gap-1 overflow-hidden">
            {kinds.map((kind) => {
              const count = annotations.filter((one) => one.kind === kind).length;
              return count > 0 && <KindBadge key={kind} kind={kind} count={count} short />;
            })}
          </span>
        </span>
        <ChevronDown aria-hidden size={15} className={isOpen ? "rotate-180 text-soft" : "text-soft"} />
      </button>
      {isOpen && (
        <ul className="max-h-72 overflow-y-auto overscroll-contain border-t border-line py-1">
          {annotations.slice(0, MOST_LISTED).map((annotation) => (
            <li key={annotation.id} data-annotation={annotation.id}>
              <button
                type="button"
                onClick={() => actions.goTo(annotation)}
                className="flex w-full cursor-pointer items-baseline gap-2 px-3 py-1 text-start -outline-offset-2 hover:bg-sunken"
              >
                <KindBadge kind={annotation.kind} short />
                <q dir="auto" className="min-w-0 flex-1 truncate font-serif [quotes:none]">
                  {annotation.exact}
                </q>
                {annotation.checkStatus !== "unchecked" && (
                  <span className="shrink-0 text-xs text-soft">
                    {checkStatusWords[annotation.checkStatus].words}
                  </span>
                )}
              </button>
            </li>
          ))}
          {annotations.length > MOST_LISTED && (
            <li className="px-3 py-1 text-xs text-soft">
              And {annotations.length - MOST_LISTED} more: narrow them with the filter, or walk with j and k.
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
