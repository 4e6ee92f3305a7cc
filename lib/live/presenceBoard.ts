import type { PresenceNotice } from "@/lib/presence/notice";
import { EXPIRY_MS, type Gone, type Presence, type PresenceEvent } from "@/lib/presence/schema";

/** Hears, as server-sent events in UTF-8, what changes about who is there. */
type Listener = (event: Uint8Array) => void;

export type PresenceBoard = {
  take(notice: PresenceNotice): void;
  /** Everyone who is there, as an event. */
  everyone(dossierId: string): Uint8Array;
  follow(dossierId: string, listener: Listener): () => void;
};

/** What a board needs of the world. `every` calls back each so many milliseconds, `later` once. */
export type BoardWorld = {
  now(): number;
  every(milliseconds: number, work: () => void): void;
  later(milliseconds: number, work: () => void): void;
};

type Window = { presence: Presence; until: number };
type Room = {
  windows: Map<string, Window>;
  listeners: Set<Listener>;
  changed: Map<string, Presence>;
  gone: Map<string, Gone>;
  isTelling: boolean;
};

const sweepMs = 1_000;
/** Words that come within so many milliseconds go out as one event. */
const coalesceMs = 40;
const encoder = new TextEncoder();

/**
 * Who is in which dossier, as far as this process has heard, all processes included. In memory only: whoever says
 * nothing for {@link EXPIRY_MS} is gone, however they went. A beat that changes nothing is told to nobody.
 */
export function createPresenceBoard(world: BoardWorld = machine): PresenceBoard {
  const rooms = new Map<string, Room>();

  const roomOf = (dossierId: string): Room => {
    const known = rooms.get(dossierId);
    if (known) return known;
    const made = {
      ...{ windows: new Map(), listeners: new Set<Listener>(), changed: new Map(), gone: new Map() },
      isTelling: false,
    };
    rooms.set(dossierId, made);
    return made;
  };

  const tellSoon = (room: Room) => {
    if (room.isTelling || room.changed.size + room.gone.size === 0) return;
    room.isTelling = true;
    world.later(coalesceMs, () => {
      const event = written({ all: false, here: [...room.changed.values()], gone: [...room.gone.values()] });
      room.changed.clear();
      room.gone.clear();
      room.isTelling = false;
      for (const listener of [...room.listeners]) listener(event);
    });
  };

  const drop = (room: Room, key: string) => {
    const window = room.windows.get(key);
    if (!window) return;
    const { userId, tab } = window.presence;
    room.windows.delete(key);
    room.changed.delete(key);
    room.gone.set(key, { userId, tab });
    tellSoon(room);
  };

  world.every(sweepMs, () => {
    const now = world.now();
    for (const [dossierId, room] of rooms) {
      for (const [key, { until }] of room.windows) if (until <= now) drop(room, key);
      if (room.windows.size + room.listeners.size === 0) rooms.delete(dossierId);
    }
  });

  return {
    take(notice) {
      const room = roomOf(notice.dossierId);
      if ("gone" in notice) return drop(room, keyOf(notice.gone));
      const presence = notice.here;
      const key = keyOf(presence);
      const before = room.windows.get(key);
      const until = world.now() + EXPIRY_MS;
      if (before && isSame(before.presence, presence)) {
        before.until = until;
        return;
      }
      // Last in the list is who moved last: of a person's windows that is where they are.
      room.windows.delete(key);
      room.windows.set(key, { presence, until });
      room.gone.delete(key);
      room.changed.delete(key);
      room.changed.set(key, presence);
      tellSoon(room);
    },
    everyone(dossierId) {
      const windows = [...(rooms.get(dossierId)?.windows.values() ?? [])];
      return written({ all: true, here: windows.map(({ presence }) => presence), gone: [] });
    },
    follow(dossierId, listener) {
      const room = roomOf(dossierId);
      room.listeners.add(listener);
      return () => room.listeners.delete(listener);
    },
  };
}

function keyOf({ userId, tab }: Gone): string {
  return `${userId}:${tab}`;
}

function isSame(a: Presence, b: Presence): boolean {
  return JSON.stringify([a.where, a.selection, a.caret]) === JSON.stringify([b.where, b.selection, b.caret]);
}

/** Without an id: a resumed stream counts journal entries only. */
function written(event: PresenceEvent): Uint8Array {
  return encoder.encode(`event: presence\ndata: ${JSON.stringify(event)}\n\n`);
}

const machine: BoardWorld = {
  now: () => performance.now(),
  every: (milliseconds, work) => void setInterval(work, milliseconds).unref(),
  later: (milliseconds, work) => void setTimeout(work, milliseconds),
};
