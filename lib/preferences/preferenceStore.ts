import { ApiError } from "@/lib/http/client";
import { mayGoOnTop } from "./rebase";
import { type Preferences, type StoredPreferences, storedPreferencesSchema } from "./schema";

type Change = Partial<Preferences>;

type Ways = {
  send(body: Change & { version: number }): Promise<StoredPreferences>;
  show(preferences: Preferences): void;
};

/**
 * A person's settings in one tab: changes are shown at once and sent one after the other, each on the version the
 * one before it made.
 */
export function createPreferenceStore(initial: StoredPreferences, { send, show }: Ways) {
  let server = initial;
  let waiting: Change[] = [];
  let last: Promise<unknown> = Promise.resolve();

  const showNow = () => show(Object.assign({}, server, ...waiting));

  const learn = (stored: StoredPreferences) => {
    if (stored.version <= server.version) return;
    server = stored;
    showNow();
  };

  const write = async (change: Change): Promise<StoredPreferences> => {
    const seen = server;
    try {
      return await send({ version: seen.version, ...change });
    } catch (error) {
      const current = currentOf(error);
      if (!current) throw error;
      learn(current);
      if (!mayGoOnTop(change, seen, current)) throw error;
      return send({ version: current.version, ...change });
    }
  };

  const store = {
    /** Called with what was stored from here; for other tabs. */
    onStored: (_stored: StoredPreferences): void => {},
    /** Takes what the server or another tab knows, if it is newer. */
    learn,
    /** @throws ApiError when it was not stored; then it is not shown any more either */
    change(change: Change): Promise<void> {
      waiting = [...waiting, change];
      showNow();
      const done = last.then(async () => {
        try {
          const stored = await write(change);
          waiting = waiting.filter((one) => one !== change);
          learn(stored);
          store.onStored(stored);
        } finally {
          waiting = waiting.filter((one) => one !== change);
          showNow();
        }
      });
      last = done.catch(() => {});
      return done;
    },
  };
  return store;
}

function currentOf(error: unknown): StoredPreferences | null {
  if (!(error instanceof ApiError) || error.code !== "stale") return null;
  return storedPreferencesSchema.safeParse(error.current).data ?? null;
}
