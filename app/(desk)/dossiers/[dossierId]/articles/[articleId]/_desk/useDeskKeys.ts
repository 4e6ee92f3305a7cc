"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { flushSync } from "react-dom";
import { commandFor } from "@/lib/desk/keymap";
import { type Direction, takesKeys } from "@/lib/desk/keys";
import { takeEarlyKeys } from "../../../../../earlyKeys";
import { useKeymap } from "../../../../../useKeymap";
import { usePane } from "./paneContext";
import type { DeskCommands } from "./useDeskCommands";

/** Listens for the desk's keys on the whole page, except where keys are being typed. */
export function useDeskKeys(direction: Direction, commands: DeskCommands): void {
  const { byKey } = useKeymap();
  const isBrowserSelecting = useRef(false);
  const pane = usePane();
  const isListening = useEffectEvent(() => pane === null || pane.isActive);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || !isListening()) return;
    const command = commandFor(event, direction, byKey);
    if (takesKeys(event.target, event.key) && !(command === "palette" && callsFromField(event))) {
      // Out of a card's field, back to the article's keys.
      if (event.key === "Escape") leaveField(event.target);
      return;
    }
    if (extendsSelection(event)) {
      // Someone who reads with a caret selects with Shift and the arrows: what began as that goes on as that.
      const isOwn = isBrowserSelecting.current && document.getSelection()?.isCollapsed === false;
      isBrowserSelecting.current = isOwn || !command || commands.whyNot(command) !== null;
      if (isBrowserSelecting.current) return;
    } else if (command) isBrowserSelecting.current = false;
    if (!command) return;
    event.preventDefault();
    commands.run(command);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event);
    const point = () => {
      isBrowserSelecting.current = false;
    };
    document.addEventListener("keydown", listener);
    document.addEventListener("pointerdown", point);
    // Each press sees what the one before it did.
    const replay = (early: KeyboardEvent[]) => {
      const next = early.shift();
      if (!next) return;
      flushSync(() => press(next));
      timer = setTimeout(replay, 0, early);
    };
    let timer = setTimeout(() => isListening() && replay(takeEarlyKeys()));
    return () => {
      clearTimeout(timer);
      document.removeEventListener("keydown", listener);
      document.removeEventListener("pointerdown", point);
    };
  }, []);
}

/** What browsers do with these keys where they are not taken from them. */
function extendsSelection({ shiftKey, key }: KeyboardEvent): boolean {
  return shiftKey && /^(Arrow(Left|Right|Up|Down)|Home|End)$/.test(key);
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
