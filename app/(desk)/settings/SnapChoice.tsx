"use client";

import { usePreferences } from "@/lib/preferences/PreferencesProvider";
import type { Snap } from "@/lib/preferences/schema";

const choices: readonly { value: Snap; label: string; says: string }[] = [
  { value: "word", label: "Whole words", says: "A selection never cuts a word." },
  { value: "sentence", label: "Whole sentences", says: "A selection takes every sentence it touches." },
  { value: "none", label: "Exactly as selected", says: "To the letter; never inside one." },
];

/** What a selection made with the mouse or a finger becomes. */
export function SnapChoice() {
  const { preferences, change } = usePreferences();
  return (
    <fieldset className="mb-10">
      <legend className="mb-3 font-serif text-xl font-semibold">Selecting text</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        {choices.map(({ value, label, says }) => (
          <label
            key={value}
            className="flex cursor-pointer items-start gap-2.5 rounded-md border border-line-strong bg-surface p-3 text-sm has-checked:border-accent has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="snap"
              className="mt-0.5 accent-accent"
              checked={preferences.snap === value}
              onChange={() => void change({ snap: value })}
            />
            <span>
              <span className="block font-medium">{label}</span>
              <span className="text-soft">{says}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
