import type { Annotation } from "@/lib/annotations/schema";
import type { TextRange } from "@/lib/desk/wordRange";

/** What the linking dialog is at: choosing the other end, or saying how two ends stand to each other. */
export type Linking = {
  /** Both as they were chosen: someone may delete one while this is being said. */
  from: Annotation;
  to: Annotation | null;
  /** Ends that nobody has tagged yet: they come into being with the link. */
  unborn?: readonly Annotation[];
};

/** What a person has in hand on the desk; nothing of it is stored. */
export type DeskState = {
  /** The range about to be tagged. */
  range: TextRange | null;
  selectedId: string | null;
  /** Where the reader is, as an offset. */
  place: number | null;
  /** Highlights that lie on each other where the reader pointed; viewport pixels. */
  choice: { ids: readonly string[]; x: number; y: number } | null;
  /** The annotation that tags the range in hand already, as the kind that was asked for: offered instead of a second. */
  offer: string | null;
  linking: Linking | null;
  isHelpOpen: boolean;
  isSearchOpen: boolean;
  isPaletteOpen: boolean;
};

export const initialDesk: DeskState = {
  range: null,
  selectedId: null,
  place: null,
  choice: null,
  offer: null,
  linking: null,
  isHelpOpen: false,
  isSearchOpen: false,
  isPaletteOpen: false,
};

export type DeskEvent =
  | { type: "ranged"; range: TextRange | null }
  | { type: "selected"; id: string | null; place?: number }
  | { type: "choosing"; ids: readonly string[]; x: number; y: number }
  | { type: "chosen" }
  | { type: "offered"; id: string }
  | { type: "linking"; linking: Linking | null }
  | { type: "help"; isOpen: boolean }
  | { type: "searching"; isOpen: boolean }
  | { type: "palette"; isOpen: boolean };

/** What happens on the desk, as the next state. A range and a selected annotation exclude each other. */
export function nextDesk(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case "ranged":
      if (event.range === null) return state.range === null ? state : { ...state, range: null, offer: null };
      return {
        ...state,
        range: event.range,
        place: event.range.start,
        selectedId: null,
        choice: null,
        offer: null,
      };
    case "selected":
      return {
        ...state,
        selectedId: event.id,
        place: event.place ?? state.place,
        range: null,
        choice: null,
        offer: null,
      };
    case "choosing":
      return { ...state, choice: { ids: event.ids, x: event.x, y: event.y } };
    case "chosen":
      return { ...state, choice: null };
    case "offered":
      return { ...state, offer: event.id };
    case "linking":
      return { ...state, linking: event.linking, choice: null };
    case "help":
      return { ...state, isHelpOpen: event.isOpen };
    case "palette":
      return { ...state, isPaletteOpen: event.isOpen };
    case "searching":
      return state.isSearchOpen === event.isOpen ? state : { ...state, isSearchOpen: event.isOpen };
  }
}
