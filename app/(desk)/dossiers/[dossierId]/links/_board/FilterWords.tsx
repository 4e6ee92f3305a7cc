"use client";

import { useEffect, useEffectEvent, useState } from "react";
import { Field } from "@/lib/ui/Field";
import { Input } from "@/lib/ui/Input";

const TYPING_MS = 250;

/** Words to look for; asked once one stops typing. `q`: what is looked for now. */
export function FilterWords({ q, onWords }: { q: string; onWords: (q: string) => void }) {
  const [typed, setTyped] = useState(q);
  const [asked, setAsked] = useState(q);
  const [known, setKnown] = useState(q);
  if (q !== known) {
    setKnown(q);
    // What was asked from here comes back while one types on; from elsewhere (the way back, a kept filter) it counts.
    if (q !== asked) {
      setTyped(q);
      setAsked(q);
    }
  }
  const words = typed.trim().replace(/\s+/g, " ");
  const ask = useEffectEvent(() => {
    setAsked(words);
    onWords(words);
  });
  useEffect(() => {
    if (words === asked) return;
    const timer = setTimeout(() => ask(), TYPING_MS);
    return () => clearTimeout(timer);
  }, [words, asked]);
  return (
    <Field label="Words" hiddenLabel className="min-w-48 flex-1">
      <Input
        type="search"
        data-board-words
        dir="auto"
        maxLength={200}
        placeholder="Words in the passages or reasons"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && event.currentTarget.blur()}
      />
    </Field>
  );
}
