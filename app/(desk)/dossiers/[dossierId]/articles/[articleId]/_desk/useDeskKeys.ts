"use client";

import { useEffect, useEffectEvent } from "react";
import { type Command, commandFor, takesKeys } from "@/lib/desk/keys";

/** Listens for the desk's keys on the whole page, except where keys are being typed. */
export function useDeskKeys(direction: "ltr" | "rtl", commands: Readonly<Record<Command, () => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    if (takesKeys(event.target, event.key)) {
      // Out of a card's field, back to the article's keys.
      if (event.key === "Escape") leaveField(event.target);
      return;
    }
    const command = commandFor(event, direction);
    if (!command) return;
    event.preventDefault();
    commands[command]();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

function leaveField(target: EventTarget | null): void {
  if (target instanceof HTMLElement && target.closest("[id^='card-']")) target.blur();
}
