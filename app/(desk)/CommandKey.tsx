"use client";

import type { Command } from "@/lib/desk/commandTable";
import { keyName } from "@/lib/desk/keyNames";
import type { Direction } from "@/lib/desk/keys";
import { Kbd } from "@/lib/ui/Kbd";
import { useIsMac, useKeymap, useKeyName } from "./useKeymap";

type Props = { command: Command; direction?: Direction };

/** The first key of a command, as this person has it; nothing for a command without a key. */
export function CommandKey({ command, direction }: Props) {
  const name = useKeyName(command, direction);
  return name === null ? null : <Kbd>{name}</Kbd>;
}

/** All keys of a command. */
export function CommandKeys({ command, direction = "ltr" }: Props) {
  const { keymap } = useKeymap();
  const isMac = useIsMac();
  return (
    <span className="inline-flex shrink-0 flex-wrap gap-1">
      {keymap[command].map((key) => (
        <Kbd key={key}>{keyName(key, direction, isMac)}</Kbd>
      ))}
    </span>
  );
}
