/** Whose access may have ended; with `sessionId` that one sign-in has. */
export type AccessNews = { userId: string; sessionId: string | null };

export type AccessWatch = {
  /** Hears what concerns a user, until the result is called. */
  watch(userId: string, heard: (sessionId: string | null) => void): () => void;
  notify(news: AccessNews): void;
  /** News may have been missed: everyone is asked about again. */
  recheck(): void;
};

/** Passes word that somebody's access may have ended to whoever serves them just now. */
export function createAccessWatch(): AccessWatch {
  const watchers = new Map<string, Set<(sessionId: string | null) => void>>();
  return {
    watch(userId, heard) {
      const mine = watchers.get(userId) ?? new Set();
      watchers.set(userId, mine.add(heard));
      return () => {
        mine.delete(heard);
        if (mine.size === 0 && watchers.get(userId) === mine) watchers.delete(userId);
      };
    },
    notify({ userId, sessionId }) {
      for (const heard of [...(watchers.get(userId) ?? [])]) heard(sessionId);
    },
    recheck() {
      for (const all of [...watchers.values()]) for (const heard of [...all]) heard(null);
    },
  };
}
