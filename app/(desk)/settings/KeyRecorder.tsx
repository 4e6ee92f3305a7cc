"use client";

import { useState } from "react";
import { whyReserved } from "@/lib/desk/keyNames";
import { keyOf } from "@/lib/desk/keys";
import { Button } from "@/lib/ui/Button";

/** Waits for the key to be pressed that a command shall have. Esc and Tab are for leaving, so that nobody is caught. */
export function KeyRecorder(props: { says: string; onKey: (key: string) => void; onCancel: () => void }) {
  const { says, onKey, onCancel } = props;
  const [refusal, setRefusal] = useState<string | null>(null);
  const press = (event: React.KeyboardEvent) => {
    if (event.key === "Tab") return onCancel();
    const key = keyOf(event.nativeEvent, "ltr");
    if (key === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") return onCancel();
    const reason = whyReserved(key);
    if (reason) setRefusal(reason);
    else onKey(key);
  };
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3 rounded-md border border-accent bg-accent-wash p-2">
      <button
        type="button"
        // biome-ignore lint/a11y/noAutofocus: the button before said that a key is waited for
        autoFocus
        aria-label={`Press the key for ${says}. Escape cancels.`}
        className="min-h-8 flex-1 basis-48 rounded border border-dashed border-accent bg-surface px-3 text-start text-sm"
        onKeyDown={press}
      >
        Press the key…
      </button>
      <Button size="sm" look="quiet" onClick={onCancel}>
        Cancel
      </Button>
      <p role="alert" className="basis-full text-xs text-danger empty:hidden">
        {refusal}
      </p>
    </div>
  );
}
