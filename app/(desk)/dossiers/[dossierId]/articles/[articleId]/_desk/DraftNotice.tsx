"use client";

import { Button } from "@/lib/ui/Button";
import type { FieldDraft } from "./useFieldDraft";

/** How a field that saves itself stands; in a conflict, both versions to choose from. */
export function DraftNotice<T>(props: {
  draft: FieldDraft<T>;
  show: (value: T) => string;
  /** What is wrong when it cannot be saved as it is. */
  invalid: string;
}) {
  const { draft, show, invalid } = props;
  switch (draft.state) {
    case "clean":
      return null;
    case "typing":
    case "saving":
      return <p className="mt-1 text-xs text-soft">Saving</p>;
    case "unsaved":
      return (
        <p role="status" className="mt-1 text-xs text-warn">
          Kept here, not saved. Stet cannot be reached; this is tried again.
        </p>
      );
    case "kept":
      return (
        <div
          role="status"
          className="mt-1 rounded border border-warn bg-warn-wash p-2 text-xs leading-relaxed"
        >
          <p className="font-semibold">Kept here, not saved.</p>
          <p className="mt-1">You typed this before; stored now is:</p>
          <p dir="auto" className="whitespace-pre-wrap">
            {draft.theirs === null ? "(nothing)" : show(draft.theirs) || "(nothing)"}
          </p>
          <div className="mt-2 flex gap-2">
            <Button size="sm" onClick={draft.keepMine}>
              Save mine
            </Button>
            <Button size="sm" onClick={draft.takeTheirs}>
              Discard mine
            </Button>
          </div>
        </div>
      );
    case "saved":
      return (
        <p role="status" className="mt-1 text-xs text-soft">
          Saved
        </p>
      );
    case "invalid":
      return (
        <p role="alert" className="mt-1 text-xs text-danger">
          {invalid}
        </p>
      );
    case "refused":
      return (
        <p role="alert" className="mt-1 text-xs text-danger">
          Kept here, not saved. {draft.reason}{" "}
          <Button size="sm" onClick={draft.keepMine}>
            Try again
          </Button>
        </p>
      );
    case "conflict":
      return (
        <div
          role="alert"
          className="mt-1 rounded border border-warn bg-warn-wash p-2 text-xs leading-relaxed"
        >
          <p className="font-semibold">Someone else changed this while you were writing.</p>
          <p className="mt-1">Theirs:</p>
          <p dir="auto" className="whitespace-pre-wrap">
            {draft.theirs === null ? "(deleted)" : show(draft.theirs)}
          </p>
          <div className="mt-2 flex gap-2">
            <Button size="sm" onClick={draft.keepMine}>
              Keep mine
            </Button>
            <Button size="sm" onClick={draft.takeTheirs}>
              Take theirs
            </Button>
          </div>
        </div>
      );
  }
}
