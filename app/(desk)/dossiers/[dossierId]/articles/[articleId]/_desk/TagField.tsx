"use client";

import { X } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import type { Annotation } from "@/lib/annotations/schema";
import { withTag } from "@/lib/desk/tagInput";
import { usedTags } from "@/lib/desk/usedValues";
import { announce } from "./Announcer";
import { Suggestions } from "./Suggestions";

/** Tags as chips: Enter or a comma adds what is typed, Backspace in the empty field takes the last one away. */
export function TagField(props: { annotation: Annotation; onTags: (tags: string[]) => void }) {
  const { annotation, onTags } = props;
  const { tags } = annotation;
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<string | null>(null);
  const [hasFocus, setFocus] = useState(false);
  const id = useId();

  const add = (text: string) => {
    const added = withTag(tags, text);
    setError(added.error);
    if (added.tags === null) return setTyped(text);
    setTyped("");
    if (added.tags === tags) return;
    onTags([...added.tags]);
    announce(`Tag ${added.tags.at(-1)} added`);
  };
  const remove = (tag: string) => {
    setError(null);
    onTags(tags.filter((one) => one !== tag));
    announce(`Tag ${tag} removed`);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const last = tags.at(-1);
    if (event.key === "Enter") {
      event.preventDefault();
      add(typed);
    } else if (event.key === "Backspace" && typed === "" && last) remove(last);
  };
  const type = (text: string) => {
    // The Arabic comma as well; a whole list may have been pasted.
    const pieces = text.split(/[,،]/u);
    if (pieces.length === 1) {
      setError(null);
      return setTyped(text);
    }
    let next: readonly string[] = tags;
    for (const [i, piece] of pieces.entries()) {
      const added = withTag(next, piece);
      if (added.tags) next = added.tags;
      else {
        setError(added.error);
        setTyped(pieces.slice(i).join(" ").trim());
        break;
      }
      setError(null);
      setTyped("");
    }
    if (next !== tags) onTags([...next]);
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-xs text-soft">
        Tags
      </label>
      <div className="flex flex-wrap items-center gap-1 rounded-md border border-line-strong bg-surface p-1 focus-within:outline-2 focus-within:outline-accent">
        {tags.map((tag) => (
          <span
            key={tag}
            className="inline-flex max-w-full items-center gap-0.5 rounded bg-sunken ps-1.5 text-xs leading-6"
          >
            <bdi className="min-w-0 truncate">{tag}</bdi>
            <button
              type="button"
              aria-label={`Remove the tag ${tag}`}
              className="grid size-6 shrink-0 cursor-pointer place-items-center rounded text-soft hover:text-ink"
              onClick={() => remove(tag)}
            >
              <X aria-hidden size={12} />
            </button>
          </span>
        ))}
        <input
          id={id}
          dir="auto"
          autoComplete="off"
          enterKeyHint="enter"
          className="min-w-20 flex-1 border-0! bg-transparent px-1! text-sm outline-none placeholder:text-soft"
          placeholder={tags.length === 0 ? "Add a tag" : undefined}
          list={`${id}-used`}
          value={typed}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
          onFocus={() => setFocus(true)}
          onBlur={() => {
            setFocus(false);
            add(typed);
          }}
        />
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-xs text-danger">
          {error}
        </p>
      )}
      <Suggestions
        id={`${id}-used`}
        active={hasFocus}
        of={(annotations) => usedTags(annotations).filter((tag) => !tags.includes(tag))}
      />
    </div>
  );
}
