import type { Presence, PresenceEvent, Selected, Where } from "./schema";

/** Colours there are for people; `::highlight(stet-person-…)` has a rule for each. */
export const PERSON_COLOURS = 8;

/** Somebody else who is in the dossier; of several windows, where they moved last. */
export type Person = {
  userId: string;
  name: string;
  /** 0 to {@link PERSON_COLOURS} − 1; the same in every browser. */
  colour: number;
  where: Where;
  selection: Selected | null;
};

type Named = Readonly<Record<string, { name: string }>>;

/** The windows there are after an event; who moved last is last. */
export function windowsAfter(
  before: readonly Presence[],
  { all, here, gone }: PresenceEvent,
): readonly Presence[] {
  if (all) return here;
  const moved = new Set([...here, ...gone].map(keyOf));
  return [...before.filter((window) => !moved.has(keyOf(window))), ...here];
}

/** The people behind some windows, by name; without `ownId`, and without who is no member. */
export function peopleOf(windows: readonly Presence[], members: Named, ownId: string): Person[] {
  const places = peopleColours(members);
  const people = new Map<string, Person>();
  for (const { userId, where, selection } of windows) {
    const member = members[userId];
    if (!member || userId === ownId) continue;
    people.set(userId, { userId, name: member.name, colour: places.get(userId) ?? 0, where, selection });
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.userId < b.userId ? -1 : 1));
}

/** Each member's colour: by the order of the members, so that the first eight differ. */
export function peopleColours(members: Named): ReadonlyMap<string, number> {
  return new Map(
    Object.keys(members)
      .sort()
      .map((userId, index) => [userId, index % PERSON_COLOURS]),
  );
}

/** The address of where somebody is. */
export function addressOf(dossierId: string, { page, id }: Where): string {
  const dossier = `/dossiers/${dossierId}`;
  switch (page) {
    case "article":
      return id ? `${dossier}/articles/${id}` : dossier;
    case "report":
      return id ? `${dossier}/reports/${id}` : dossier;
    case "links":
      return `${dossier}/links`;
    case "dossier":
      return dossier;
  }
}

function keyOf({ userId, tab }: { userId: string; tab: string }): string {
  return `${userId}:${tab}`;
}
