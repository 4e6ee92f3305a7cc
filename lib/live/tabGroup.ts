/** The tabs of one browser that share something: they hear each other, and one of them leads. */
export type TabGroup<M> = {
  /** To the others; not to oneself. */
  tell(message: M): void;
  leave(): void;
};

type Member<M> = {
  hear(message: M): void;
  /** This tab leads from now on, until it leaves or is closed; then another does. */
  lead(): void;
};

/**
 * Joins the tabs of this browser that share `name`. Where browsers have no locks or channels for it (also on an
 * address without https), every tab is on its own, and leads itself.
 */
export function joinTabs<M>(name: string, member: Member<M>): TabGroup<M> {
  if (typeof BroadcastChannel === "undefined" || !("locks" in navigator)) {
    member.lead();
    return { tell() {}, leave() {} };
  }
  const channel = new BroadcastChannel(name);
  channel.addEventListener("message", ({ data }: MessageEvent<M>) => member.hear(data));
  const leaving = new AbortController();
  const left = new Promise<void>((resolve) => {
    leaving.signal.addEventListener("abort", () => resolve());
  });
  const leading = navigator.locks.request(name, { signal: leaving.signal }, () => {
    member.lead();
    return left;
  });
  // Leaving before it was one's turn.
  leading.catch(() => {});
  return {
    tell: (message) => {
      if (!leaving.signal.aborted) channel.postMessage(message);
    },
    leave() {
      leaving.abort();
      channel.close();
    },
  };
}
