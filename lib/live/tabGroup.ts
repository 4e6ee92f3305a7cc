/** The tabs of one browser that share something: they hear each other, and one of them leads. */
export type TabGroup<M> = {
  /** To the others; not to oneself. */
  tell(message: M): void;
  /** Lets another lead, and asks for its turn again after `ms`. */
  rest(ms: number): void;
  leave(): void;
};

type Member<M> = {
  hear(message: M): void;
  /** This tab leads from now on, until it rests, leaves or is closed; then another does. */
  lead(): void;
};

/**
 * Joins the tabs of this browser that share `name`. Where browsers have no locks or channels for it (also on an
 * address without https), every tab is on its own, and leads itself.
 */
export function joinTabs<M>(name: string, member: Member<M>): TabGroup<M> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  if (typeof BroadcastChannel === "undefined" || !("locks" in navigator)) {
    member.lead();
    return {
      tell() {},
      rest(ms) {
        clearTimeout(timer);
        timer = setTimeout(() => member.lead(), ms);
      },
      leave: () => clearTimeout(timer),
    };
  }
  const channel = new BroadcastChannel(name);
  channel.addEventListener("message", ({ data }: MessageEvent<M>) => member.hear(data));
  const leaving = new AbortController();
  let endTurn = () => {};
  const ask = () => {
    const turn = navigator.locks.request(name, { signal: leaving.signal }, () => {
      const turnOver = new Promise<void>((resolve) => {
        endTurn = resolve;
      });
      member.lead();
      return turnOver;
    });
    // Leaving before it was one's turn.
    turn.catch(() => {});
  };
  ask();
  return {
    tell(message) {
      if (!leaving.signal.aborted) channel.postMessage(message);
    },
    rest(ms) {
      endTurn();
      clearTimeout(timer);
      timer = setTimeout(ask, ms);
    },
    leave() {
      clearTimeout(timer);
      leaving.abort();
      endTurn();
      channel.close();
    },
  };
}
