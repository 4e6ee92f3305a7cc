"use client";

import { useEffect, useEffectEvent } from "react";
import { flushSync } from "react-dom";
import { commandFor } from "@/lib/desk/keymap";
import { type Direction, takesKeys } from "@/lib/desk/keys";
import { takeEarlyKeys } from "../../../../../earlyKeys";
import { useKeymap } from "../../../../../useKeymap";
import type { DeskCommands } from "./useDeskCommands";

/** Listens for the desk's keys on the whole page, except where keys are being typed. */
export function useDeskKeys(direction: Direction, commands: DeskCommands): void {
  const { byKey } = useKeymap();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const command = commandFor(event, direction, byKey);
    if (takesKeys(event.target, event.key) && !(command === "palette" && callsFromField(event))) {
      // Out of a card's field, back to the article's keys.
      if (event.key === "Escape") leaveField(event.target);
      return;
    }
    if (!command) return;
    event.preventDefault();
    commands.run(command);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listener);
    // Each press sees what the one before it did.
    const replay = (early: KeyboardEvent[]) => {
      const next = early.shift();
      if (!next) return;
      flushSync(() => press(next));
      timer = setTimeout(replay, 0, early);
    };
    let timer = setTimeout(() => replay(takeEarlyKeys()));
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", listener);
    };
  }, []);
}

/** With Ctrl or Cmd nothing is typed; in a dialog another one would only be in the way. */
function callsFromField({ ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  return (
    (ctrlKey || metaKey) && target instanceof Element && !target.closest("[role='dialog'], [role='menu']")
  );
}

function leaveField(target: EventTarget | null): void {
  if (target instanceof HTMLElement && target.closest("[id^='card-']")) target.blur();
}
