"use client";

import { useState } from "react";
import { type CommandGroup, commandEntry, commandGroups, commandNames } from "@/lib/desk/commandTable";
import { isChanged } from "@/lib/desk/keymap";
import { usePreferences } from "@/lib/preferences/PreferencesProvider";
import { Button } from "@/lib/ui/Button";
import { ConfirmDialog } from "@/lib/ui/ConfirmDialog";
import { useKeymap } from "../useKeymap";
import { KeyRow } from "./KeyRow";

/** Every command of the article desk with its keys, to change. */
export function KeySettings() {
  const { change } = usePreferences();
  const { keymap } = useKeymap();
  // Told to screen readers: what a row did, wherever the focus is by then.
  const [said, setSaid] = useState("");
  const changed = commandNames.filter((name) => isChanged(keymap, name)).length;
  return (
    <section id="keys" aria-labelledby="keys-title" className="scroll-mt-4">
      <div className="mb-1 flex flex-wrap items-end justify-between gap-2">
        <h2 id="keys-title" className="font-serif text-xl font-semibold">
          Keys on the article desk
        </h2>
        <ConfirmDialog
          trigger={
            <Button size="sm" disabled={changed === 0}>
              Reset all keys…
            </Button>
          }
          title="Reset all keys?"
          confirm="Reset all keys"
          onConfirm={() => void change({ keys: {} })}
        >
          {changed === 1 ? "One command has" : `${changed} commands have`} keys of your own. All get back the
          keys they come with.
        </ConfirmDialog>
      </div>
      <p className="mb-5 text-sm text-soft">
        A command may have several keys, or none. They work by what a key types; where your keyboard types
        another script, by its place.
      </p>
      {(Object.keys(commandGroups) as CommandGroup[]).map((group) => (
        <section key={group} aria-labelledby={`group-${group}`} className="mb-6">
          <h3 id={`group-${group}`} className="mb-1 text-sm font-semibold text-soft">
            {commandGroups[group]}
          </h3>
          <ul className="divide-y divide-line rounded-md border border-line bg-surface">
            {commandNames
              .filter((name) => commandEntry(name).group === group)
              .map((name) => (
                <KeyRow key={name} command={name} onDone={setSaid} />
              ))}
          </ul>
        </section>
      ))}
      <p role="status" className="sr-only">
        {said}
      </p>
    </section>
  );
}
