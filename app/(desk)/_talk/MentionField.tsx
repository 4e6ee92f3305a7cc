"use client";

import { type ComponentProps, type KeyboardEvent, useId, useRef, useState } from "react";
import { type MentionAt, mentionAt, peopleLike } from "@/lib/comments/mentionAt";
import { Avatar } from "@/lib/ui/Avatar";
import { classes } from "@/lib/ui/classes";
import { Textarea } from "@/lib/ui/Textarea";
import { useMentionable } from "./useMentionable";

type Given = {
  label: string;
  value: string;
  onValue: (value: string) => void;
  /** Ctrl or Cmd with Enter. */
  onSend: () => void;
  onEscape?: () => void;
} & Pick<ComponentProps<"textarea">, "placeholder" | "autoFocus" | "maxLength" | "className" | "ref"> & {
    "data-card-comment"?: "";
  };

/**
 * A place to write Markdown in, where @ offers the people of the dossier: a combobox whose list is open while the caret
 * stands behind an @. Arrows choose, Enter or Tab takes, Escape closes; the mouse does the same.
 */
export function MentionField({ label, value, onValue, onSend, onEscape, ref, ...rest }: Given) {
  const people = useMentionable();
  const field = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [at, setAt] = useState<MentionAt | null>(null);
  const [active, setActive] = useState(0);
  // What was taken stands behind an @ too, followed by a space: there is nothing left to offer.
  const isTaken = at !== null && people.some(({ label: whole }) => at.query.startsWith(`${whole} `));
  const matches = at && !isTaken ? peopleLike(people, at.query) : [];
  const isOpen = matches.length > 0;

  const look = (element: HTMLTextAreaElement) => {
    const next =
      element.selectionStart === element.selectionEnd
        ? mentionAt(element.value, element.selectionStart)
        : null;
    if (next?.query !== at?.query) setActive(0);
    setAt(next);
  };
  const take = (index: number) => {
    const person = matches[index];
    const element = field.current;
    if (!person || !at || !element) return;
    const end = at.start + 1 + at.query.length;
    element.focus();
    // As typed, so that the browser's own undo knows of it.
    element.setSelectionRange(at.start, end);
    const words = `@${person.label} `;
    if (!document.execCommand("insertText", false, words)) {
      onValue(value.slice(0, at.start) + words + value.slice(end));
    }
    setAt(null);
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onSend();
    }
    if (isOpen && ["ArrowDown", "ArrowUp"].includes(event.key)) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      return setActive((now) => (now + step + matches.length) % matches.length);
    }
    if (isOpen && (event.key === "Enter" || event.key === "Tab") && !event.shiftKey) {
      event.preventDefault();
      return take(active);
    }
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (isOpen) return setAt(null);
      event.currentTarget.blur();
      onEscape?.();
    }
  };

  return (
    <div className="relative">
      <Textarea
        {...rest}
        ref={(element) => {
          field.current = element;
          if (typeof ref === "function") return ref(element);
          if (ref) ref.current = element;
        }}
        aria-label={label}
        role="combobox"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${active}` : undefined}
        value={value}
        onChange={(event) => {
          onValue(event.target.value);
          look(event.target);
        }}
        onSelect={(event) => look(event.currentTarget)}
        onBlur={() => setAt(null)}
        onKeyDown={press}
      />
      {isOpen && (
        <div
          id={listId}
          role="listbox"
          aria-label="People to mention"
          className="absolute inset-x-0 top-full z-30 mt-1 max-h-56 overflow-y-auto rounded-md border border-line-strong bg-surface p-1 shadow-lg"
        >
          {matches.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which has the focus
            // biome-ignore lint/a11y/useFocusableInteractive: named by aria-activedescendant
            <div
              key={person.userId}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === active}
              className={classes(
                "flex cursor-pointer items-center gap-2 rounded-sm px-2 py-1.5 text-sm",
                index === active && "bg-accent-wash text-accent forced-colors:outline-2",
              )}
              onPointerMove={() => setActive(index)}
              // Before the field would lose the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(index)}
            >
              <Avatar name={person.name} size="sm" />
              <bdi className="truncate">{person.label}</bdi>
              <span className="ms-auto text-xs text-soft">{person.role}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
