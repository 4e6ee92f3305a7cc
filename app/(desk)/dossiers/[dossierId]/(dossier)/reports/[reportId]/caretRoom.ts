import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";

/** A caret in a memo: positions that stay where they are while others write. */
export type Caret = { anchor: Y.RelativePosition; head: Y.RelativePosition };

/** Somebody else's window with a caret in this memo. `colour`: one of six. */
export type OtherCaret = { key: string; name: string; colour: number; caret: Caret };

type State = { cursor: Caret | null; user?: { name: string; colour: number; color: string } };

/**
 * Who has a caret in a memo, as the editor's caret plugin asks for it. It is told by the dossier's presence; nothing
 * here goes over the network.
 */
export class CaretRoom {
  private readonly listeners = new Set<() => void>();
  private readonly numbers = new Map<string, number>();
  private readonly states = new Map<number, State>();
  private own: State = { cursor: null };

  constructor(
    readonly doc: Y.Doc,
    private readonly onMoved: (caret: Caret | null) => void,
  ) {}

  /** What the plugin takes; it uses no more of y-protocols' class than is here. */
  asAwareness(): Awareness {
    return this as unknown as Awareness;
  }

  get clientID(): number {
    return this.doc.clientID;
  }
  getLocalState(): State {
    return this.own;
  }
  getStates(): ReadonlyMap<number, State> {
    return this.states;
  }
  setLocalStateField(_field: "cursor", cursor: Caret | null): void {
    this.own = { cursor };
    this.onMoved(cursor);
  }
  on(_event: "change", listener: () => void): void {
    this.listeners.add(listener);
  }
  off(_event: "change", listener: () => void): void {
    this.listeners.delete(listener);
  }

  /** Shows these carets and no others. */
  setOthers(others: readonly OtherCaret[]): void {
    this.states.clear();
    for (const { key, name, colour, caret } of others) {
      // Numbers that no document's writer has: those are positive.
      const number = this.numbers.get(key) ?? -1 - this.numbers.size;
      this.numbers.set(key, number);
      this.states.set(number, { cursor: caret, user: { name, colour, color: "#808080" } });
    }
    for (const listener of [...this.listeners]) listener();
  }
}
