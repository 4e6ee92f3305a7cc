"use client";

import { Plus, RotateCcw, X } from "lucide-react";
import { useRef, useState } from "react";
import { type Command, commandEntry } from "@/lib/desk/commandTable";
import { conflictsOf, defaultKeys, isChanged, withKeys } from "@/lib/desk/keymap";
import { keyName } from "@/lib/desk/keyNames";
import { usePreferences } from "@/lib/preferences/PreferencesProvider";
import { Button } from "@/lib/ui/Button";
import { Kbd } from "@/lib/ui/Kbd";
import { useIsMac, useKeymap } from "../useKeymap";
import { KeyRecorder } from "./KeyRecorder";
import { TakeKeys } from "./TakeKeys";

/** One command: its keys, each to be taken away; a new one by pressing it; back to what it came with. */
export function KeyRow({ command, onDone }: { command: Command; onDone: (said: string) => void }) {
  const { change } = usePreferences();
  const { keymap, changes } = useKeymap();
  const isMac = useIsMac();
  const [isRecording, setRecording] = useState(false);
  /** Keys to be given once the person agreed to take them from others. */
  const [asked, setAsked] = useState<readonly string[] | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const { says, isFixed } = commandEntry(command);
  const keys = keymap[command];
  const name = (key: string) => keyName(key, "ltr", isMac);

  const give = (next: readonly string[], said: string) => {
    setAsked(null);
    void change({ keys: withKeys(changes, command, next) as Record<string, string[]> });
    onDone(said);
    add.current?.focus();
  };
  const propose = (next: readonly string[], said: string) => {
    setRecording(false);
    if (conflictsOf(keymap, command, next).length > 0) setAsked(next);
    else give(next, said);
  };
  return (
    <li className="px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="min-w-0 flex-1 basis-52">{says}</span>
        <span className="flex flex-wrap items-center gap-1.5">
          {keys.length === 0 && <span className="text-xs text-soft">no key</span>}
          {keys.map((key) =>
            isFixed ? (
              <Kbd key={key}>{name(key)}</Kbd>
            ) : (
              <span
                key={key}
                className="inline-flex items-center rounded-md border border-line-strong bg-sunken"
              >
                <kbd className="ps-2 font-sans text-xs">{name(key)}</kbd>
                <button
                  type="button"
                  aria-label={`Take ${name(key)} from ${says}`}
                  className="flex size-6 cursor-pointer items-center justify-center rounded text-soft hover:text-danger"
                  onClick={() =>
                    give(
                      keys.filter((one) => one !== key),
                      `${says}: ${name(key)} taken away`,
                    )
                  }
                >
                  <X aria-hidden size={13} />
                </button>
              </span>
            ),
          )}
          {isFixed ? (
            <span className="text-xs text-soft">always</span>
          ) : (
            <>
              <Button
                ref={add}
                size="icon-sm"
                look="quiet"
                aria-label={`Add a key for ${says}`}
                aria-expanded={isRecording}
                disabled={keys.length >= MOST_KEYS}
                onClick={() => setRecording(true)}
              >
                <Plus aria-hidden size={15} />
              </Button>
              <Button
                size="icon-sm"
                look="quiet"
                aria-label={`Reset the keys of ${says}`}
                className={isChanged(keymap, command) ? undefined : "invisible"}
                onClick={() => propose(defaultKeys(command), `${says}: as it came`)}
              >
                <RotateCcw aria-hidden size={14} />
              </Button>
            </>
          )}
        </span>
      </div>
      {isRecording && (
        <KeyRecorder
          says={says}
          onCancel={() => {
            setRecording(false);
            add.current?.focus();
          }}
          onKey={(key) => propose(keys.includes(key) ? keys : [...keys, key], `${says}: ${name(key)} added`)}
        />
      )}
      {asked && (
        <TakeKeys
          conflicts={conflictsOf(keymap, command, asked)}
          onTake={() => give(asked, `${says}: ${asked.map(name).join(", ")}`)}
          onCancel={() => {
            setAsked(null);
            add.current?.focus();
          }}
        />
      )}
    </li>
  );
}

/** As many as the server keeps for one command. */
const MOST_KEYS = 8;
