"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Comment } from "@/lib/comments/schema";
import { thingOf } from "@/lib/live/pending";
import { useActor, useDossierStore } from "@/lib/live/useDossier";
import { handBack } from "./handBack";
import { keepTypedText, sendTypedText, typedText } from "./typedTexts";

/**
 * A text being typed that survives a reload, and its place being closed, until it is sent. When the thing it is about
 * is deleted under it, it is handed back to be copied.
 */
export function useTypedText(key: string, initial: string, on: Comment["on"]) {
  const store = useDossierStore();
  const { userId } = useActor();
  const [text, setText] = useState(initial);
  const now = useRef(text);
  useLayoutEffect(() => {
    now.current = text;
  });
  // Not while rendering: the server does not have it.
  useEffect(() => {
    const kept = typedText(userId, key);
    if (kept !== null) setText(kept);
  }, [userId, key]);
  const { type: onType, id: onId } = on;
  useEffect(
    () => () => {
      const typed = now.current;
      if (typed.trim() === "" || thingOf(store.getView().state, onType, onId)) return;
      handBack(typed, `Someone deleted this ${onType} while you were writing.`);
      keepTypedText(userId, key, null);
    },
    [store, onType, onId, userId, key],
  );
  return {
    text,
    type(next: string) {
      setText(next);
      keepTypedText(userId, key, next === initial ? null : next);
    },
    /** Empties the field for the next text; the copy stays until `forget`, `giveBack` says whether the field took it. */
    send() {
      const forget = sendTypedText(userId, key, text);
      setText("");
      now.current = "";
      return {
        forget,
        giveBack() {
          forget();
          if (now.current !== "" || typedText(userId, key) !== null) return false;
          setText(text);
          keepTypedText(userId, key, text);
          return true;
        },
      };
    },
    clear() {
      setText("");
      now.current = "";
      keepTypedText(userId, key, null);
    },
  };
}
