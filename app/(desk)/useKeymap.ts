"use client";

import { useMemo, useSyncExternalStore } from "react";
import type { Command } from "@/lib/desk/commandTable";
import { commandsByKey, type KeyChanges, type Keymap, keymapOf } from "@/lib/desk/keymap";
import { keyName } from "@/lib/desk/keyNames";
import type { Direction } from "@/lib/desk/keys";
import { usePreferences } from "@/lib/preferences/PreferencesProvider";

/** The keys in force for who is signed in. */
export function useKeymap(): { keymap: Keymap; byKey: ReadonlyMap<string, Command>; changes: KeyChanges } {
  const { keys } = usePreferences().preferences;
  return useMemo(() => {
    const keymap = keymapOf(keys);
    return { keymap, byKey: commandsByKey(keymap), changes: keys };
  }, [keys]);
}

const never = () => () => {};

/** Whether "Mod" is printed as a Mac's ⌘. Not on the server: there it is Ctrl until the page wakes. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    never,
    () => /Mac|iPhone|iPad/.test(navigator.platform),
    () => false,
  );
}

/** The first key of a command as it is printed; null for a command without one. */
export function useKeyName(command: Command, direction: Direction = "ltr"): string | null {
  const key = useKeymap().keymap[command][0];
  const isMac = useIsMac();
  return key === undefined ? null : keyName(key, direction, isMac);
}
