import { apply, type DossierState } from "@/lib/journal/apply";
import { followDossier, type LiveStatus } from "@/lib/live/client";
import type { PresenceEvent } from "@/lib/presence/schema";
import { callJson, nodeWorld } from "@/lib/testing/nodeWorld";

/** A client as browsers are: the state read whole, then every entry applied. */
export type Follower = {
  state(): DossierState;
  status(): LiveStatus | undefined;
  /** Entries that did not follow the one before: none, whatever happens. */
  missed(): number;
  presence: PresenceEvent[];
  /** Resolves once the state has reached a number. */
  reached(seq: number): Promise<void>;
  closed(): Promise<void>;
  stop(): void;
};

/** Opens a client on the server at `origin`, which may change when it connects again. */
export async function follower(
  origin: () => string,
  dossierId: string,
  authorization: string,
): Promise<Follower> {
  const read = async () => {
    const { status, body } = await callJson(
      "GET",
      `${origin()}/api/dossiers/${dossierId}/state`,
      authorization,
    );
    if (status !== 200) throw new Error(`The state answered ${status}`);
    return body as DossierState;
  };
  let state = await read();
  let status: LiveStatus | undefined;
  let missed = 0;
  const presence: PresenceEvent[] = [];
  const waiting = new Set<() => void>();
  const changed = () => {
    for (const check of [...waiting]) check();
  };
  const until = (holds: () => boolean) => {
    return new Promise<void>((resolve) => {
      const check = () => {
        if (!holds()) return;
        waiting.delete(check);
        resolve();
      };
      waiting.add(check);
      check();
    });
  };
  const stop = followDossier(
    dossierId,
    {
      after: state.seq,
      onEntry(entry) {
        const next = apply(state, entry);
        if (next.outcome !== "applied") missed += 1;
        state = next.state;
        changed();
      },
      onStatus(next) {
        status = next;
        changed();
      },
      async onReload() {
        state = await read();
        changed();
        return state.seq;
      },
      onPresence: (event) => void presence.push(event),
    },
    nodeWorld(origin, authorization),
  );
  return {
    ...{ stop, presence },
    state: () => state,
    status: () => status,
    missed: () => missed,
    reached: (seq) => until(() => state.seq >= seq),
    closed: () => until(() => status === "closed"),
  };
}
