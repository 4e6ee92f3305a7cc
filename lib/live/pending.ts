import { type DossierState, sentenceKey } from "@/lib/journal/apply";

/** Things with an id and a version that a browser changes before the server has answered. */
export type VersionedNoun = "annotation" | "link" | "evidence" | "comment" | "report";

/** Where each noun stands in a dossier's state. */
export const places = {
  annotation: "annotations",
  link: "links",
  evidence: "evidence",
  comment: "comments",
  report: "reports",
} as const satisfies Record<VersionedNoun, keyof DossierState>;

/** A thing of a dossier as the browser holds it. */
export type Thing<N extends VersionedNoun> = DossierState[(typeof places)[N]][string];

/** What an optimistic change is about: one versioned thing, or one sentence's "nothing to check". */
export type PendingSubject =
  | { noun: VersionedNoun; id: string }
  | { noun: "sentence"; revisionId: string; start: number };

/**
 * What a change shows, and how it is known to have arrived. Pure: `show` is laid over whatever the server's state is at
 * the time.
 */
export type Overlay = {
  subject: PendingSubject;
  /** What else it is about, when many things change at once. */
  others?: readonly PendingSubject[];
  show(state: DossierState): DossierState;
  /** Whether a state says as much as the change, however it came to. */
  reflectedIn(state: DossierState): boolean;
};

export function subjectKey(subject: PendingSubject): string {
  return subject.noun === "sentence" ? `sentence:${sentenceKey(subject)}` : `${subject.noun}:${subject.id}`;
}

/** One thing of a state; undefined when it is not there, or deleted. */
export function thingOf<N extends VersionedNoun>(
  state: DossierState,
  noun: N,
  id: string,
): Thing<N> | undefined {
  return (state[places[noun]] as Readonly<Record<string, Thing<N>>>)[id];
}

/** A new or restored thing, shown as it is given. */
export function putting<N extends VersionedNoun>(noun: N, thing: Thing<N> & { id: string }): Overlay {
  const isThere = (state: DossierState) => (thingOf(state, noun, thing.id)?.version ?? 0) >= thing.version;
  return {
    subject: { noun, id: thing.id },
    // What is there in this version, or a later one, says as much, or more.
    show: (state) => (isThere(state) ? state : withThing(state, noun, thing.id, thing)),
    reflectedIn: isThere,
  };
}

/** A change of some fields of a thing, as a write that saw version `version` would leave it. */
export function patching<N extends VersionedNoun>(
  noun: N,
  id: string,
  version: number,
  fields: Partial<Thing<N>>,
): Overlay {
  return {
    subject: { noun, id },
    show(state) {
      const thing = thingOf(state, noun, id);
      if (!thing) return state;
      // Others may have come further: it is shown on what they did.
      const after = Math.max(thing.version, version) + 1;
      return withThing(state, noun, id, { ...thing, ...fields, version: after });
    },
    reflectedIn: (state) => (thingOf(state, noun, id)?.version ?? 0) > version,
  };
}

/** A deletion by a write that saw version `version`. */
export function removing(noun: VersionedNoun, id: string, version: number): Overlay {
  return {
    subject: { noun, id },
    show: (state) => withThing(state, noun, id, undefined),
    reflectedIn(state) {
      const thing = thingOf(state, noun, id);
      return !thing || thing.version > version;
    },
  };
}

/** "Nothing to check" said of a sentence, or taken back (`cleared` null). */
export function clearing(
  place: { revisionId: string; start: number },
  cleared: DossierState["cleared"][string] | null,
): Overlay {
  const key = sentenceKey(place);
  return {
    subject: { noun: "sentence", revisionId: place.revisionId, start: place.start },
    show(state) {
      if (cleared) return { ...state, cleared: { ...state.cleared, [key]: cleared } };
      if (!(key in state.cleared)) return state;
      const { [key]: _gone, ...others } = state.cleared;
      return { ...state, cleared: others };
    },
    reflectedIn: (state) => key in state.cleared === (cleared !== null),
  };
}

function withThing<N extends VersionedNoun>(
  state: DossierState,
  noun: N,
  id: string,
  thing: Thing<N> | undefined,
): DossierState {
  const place = places[noun];
  const things = state[place] as Readonly<Record<string, Thing<N>>>;
  // Copied once: of ten thousand things each copy costs milliseconds, and every change that is on its way is laid
  // over the state again whenever anything happens.
  if (thing) return { ...state, [place]: { ...things, [id]: thing } };
  if (!(id in things)) return state;
  const { [id]: _gone, ...others } = things;
  return { ...state, [place]: others };
}
