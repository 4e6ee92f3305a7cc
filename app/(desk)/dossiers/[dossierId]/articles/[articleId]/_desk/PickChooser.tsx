"use client";

import { Popover } from "radix-ui";
import { type KeyboardEvent, useRef } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { useDossier } from "@/lib/live/useDossier";
import { Badge } from "@/lib/ui/Badge";
import { KindBadge } from "@/lib/ui/KindBadge";
import { checkStatusWords } from "../../../../../words";
import { useDesk } from "./deskContext";

/** Where highlights lie on each other: which of them is meant, the shortest first. What is pointed at is shown in the text. */
export function PickChooser() {
  const { state, dispatch, actions, surface } = useDesk();
  const { choice } = state;
  const list = useRef<HTMLDivElement>(null);
  const found = useDossier((shown) => (choice?.ids ?? []).map((id) => shown.annotations[id]));
  const annotations = found
    .filter((one) => one !== undefined)
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  if (!choice || annotations.length === 0) return null;
  const anchor = { getBoundingClientRect: () => new DOMRect(choice.x, choice.y, 0, 0) };

  const close = () => {
    surface.current?.preview(null);
    dispatch({ type: "chosen" });
  };
  const move = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>("[role='menuitem']") ?? [])];
    const next = nextItem(event.key, items.indexOf(event.target as HTMLElement), items.length);
    if (next === null) return;
    event.preventDefault();
    items[next]?.focus();
  };
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Popover.Anchor virtualRef={{ current: anchor }} />
      <Popover.Portal>
        <Popover.Content
          aria-label="Annotations here"
          sideOffset={18}
          collisionPadding={8}
          className="z-50 flex max-h-[min(24rem,var(--radix-popover-content-available-height))] w-88 max-w-[calc(100vw-1rem)] flex-col overflow-y-auto rounded-md border border-line-strong bg-surface p-1 shadow-lg"
        >
          <p aria-hidden className="px-2 pt-1 pb-1.5 text-xs text-soft">
            {annotations.length} annotations lie here. Which one?
          </p>
          <div ref={list} role="menu" aria-label="Which annotation?" onKeyDown={move}>
            {annotations.map((annotation) => (
              <Choice
                key={annotation.id}
                annotation={annotation}
                onShow={() => surface.current?.preview(annotation)}
                onPick={() => {
                  surface.current?.preview(null);
                  actions.pick([annotation.id], choice);
                }}
              />
            ))}
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function Choice(props: { annotation: Annotation; onShow: () => void; onPick: () => void }) {
  const { annotation, onShow, onPick } = props;
  const by = useDossier((shown) => shown.members[annotation.createdBy]?.name ?? "Someone no longer here");
  const status = checkStatusWords[annotation.checkStatus];
  return (
    <button
      type="button"
      role="menuitem"
      className="flex w-full cursor-pointer flex-col items-start gap-1 rounded px-2 py-2 text-start hover:bg-sunken focus-visible:bg-sunken"
      // The item under the pointer and the one with the keys' focus are the same one.
      onPointerEnter={(event) => event.currentTarget.focus({ preventScroll: true })}
      onFocus={onShow}
      onClick={onPick}
    >
      <span className="flex w-full flex-wrap items-center gap-1.5">
        <KindBadge kind={annotation.kind} />
        <Badge tone={status.tone}>{status.words}</Badge>
        <span className="ms-auto text-xs text-soft">{by}</span>
      </span>
      <span dir="auto" className="line-clamp-2 w-full text-start font-serif text-sm leading-snug">
        {annotation.exact}
      </span>
    </button>
  );
}

/** Where a key leads from item `at` of a menu; null for keys that lead nowhere. */
function nextItem(key: string, at: number, count: number): number | null {
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return (at <= 0 ? count : at) - 1;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
