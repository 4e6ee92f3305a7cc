"use client";

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { toast } from "sonner";
import { ApiError, api } from "@/lib/http/client";
import { createPreferenceStore } from "./preferenceStore";
import type { Preferences, StoredPreferences } from "./schema";

type Shown = {
  preferences: Preferences;
  /** Shows the change at once and stores it; a refusal takes it back and says why. Resolves to whether it is stored. */
  change(partial: Partial<Preferences>): Promise<boolean>;
};

const PreferencesContext = createContext<Shown | null>(null);

/** Holds a person's settings for the components inside; other tabs of this browser hear of a change. */
export function PreferencesProvider(props: {
  initial: StoredPreferences;
  userId: string;
  children: ReactNode;
}) {
  const { initial, userId, children } = props;
  const [preferences, setPreferences] = useState<Preferences>(initial);
  const [store] = useState(() =>
    createPreferenceStore(initial, {
      send: (body) => api.patch<StoredPreferences>("/api/me/preferences", body),
      show: setPreferences,
    }),
  );

  useEffect(() => store.learn(initial), [store, initial]);
  useEffect(() => {
    const channel = new BroadcastChannel(`stet preferences of ${userId}`);
    channel.onmessage = ({ data }: MessageEvent<StoredPreferences>) => store.learn(data);
    store.onStored = (stored) => channel.postMessage(stored);
    return () => channel.close();
  }, [store, userId]);

  const shown = useMemo(
    (): Shown => ({
      preferences,
      async change(partial) {
        try {
          await store.change(partial);
          return true;
        } catch (error) {
          toast.error(sentenceFor(error));
          return false;
        }
      },
    }),
    [preferences, store],
  );
  return <PreferencesContext value={shown}>{children}</PreferencesContext>;
}

/** The settings of who is signed in, and the way to change them. Throws outside a {@link PreferencesProvider}. */
export function usePreferences(): Shown {
  const shown = useContext(PreferencesContext);
  if (!shown) throw new Error("There is no PreferencesProvider around this component");
  return shown;
}

function sentenceFor(error: unknown): string {
  if (!(error instanceof ApiError)) throw error;
  if (error.code === "stale") return "You changed this in another window. What it says there is shown now.";
  if (error.code === "offline") return "Stet cannot be reached. Your settings are as they were.";
  return `Your settings are as they were. ${error.message}`;
}
