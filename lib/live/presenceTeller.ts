import { BEAT_MS, type CaretPlace, type Selected, type Where } from "@/lib/presence/schema";

/** Where a window is. */
export type Place = { where: Where; selection: Selected | null; caret?: CaretPlace | null };

/** What a teller needs of the world. `leave` must get out even while the page is being closed. */
export type TellerWorld = {
  put(place: Place): Promise<"told" | "not now" | "never">;
  leave(): void;
  /** Calls back after `milliseconds`; the result takes it back. */
  later(milliseconds: number, work: () => void): () => void;
};

export type Teller = {
  /** Where the window is from now on; asked when there is time to tell. */
  stand(place: () => Place | null): void;
  /** Something may have moved. */
  moved(): void;
  /** The page is gone; another one of the dossier may follow in a moment. */
  rest(): void;
  /** The window is being closed, or hidden for good. */
  leave(): void;
};

/** A word at most each so many milliseconds: selecting must not wait for telling of it. */
const throttleMs = 150;
/** A page that goes to another of the same dossier takes no longer. */
const restMs = 1_500;

/**
 * Tells the dossier where one window is: at once when it comes, soon after it moves, and now and then that it is still
 * there. One word at a time; what is not heard is said again with the next beat.
 */
export function createTeller(world: TellerWorld): Teller {
  let placeNow: () => Place | null = () => null;
  let told = "";
  let isThere = false;
  let isTelling = false;
  let isOver = false;
  let hasMoved = false;
  let cancelBeat = () => {};
  let cancelRest = () => {};
  let cancelSoon: (() => void) | null = null;

  async function tell(): Promise<void> {
    if (isTelling || isOver) {
      hasMoved = true;
      return;
    }
    const place = placeNow();
    if (!place) return;
    hasMoved = false;
    isTelling = true;
    isThere = true;
    cancelBeat();
    const answer = await world.put(place);
    isTelling = false;
    told = answer === "told" ? JSON.stringify(place) : "";
    isOver = answer === "never";
    // It left while the word was under way.
    if (!isThere) return world.leave();
    if (isOver) return;
    cancelBeat = world.later(BEAT_MS, () => void tell());
    if (hasMoved) moved();
  }

  function moved(): void {
    cancelSoon ??= world.later(throttleMs, () => {
      cancelSoon = null;
      const place = placeNow();
      if (place && JSON.stringify(place) !== told) void tell();
    });
  }

  function leave(): void {
    cancelBeat();
    cancelRest();
    cancelSoon?.();
    cancelSoon = null;
    placeNow = () => null;
    if (!isThere) return;
    isThere = false;
    told = "";
    if (!isTelling) world.leave();
  }

  return {
    stand(place) {
      cancelRest();
      placeNow = place;
      void tell();
    },
    moved,
    rest() {
      placeNow = () => null;
      cancelRest();
      cancelRest = world.later(restMs, leave);
    },
    leave,
  };
}
