import { type Command, commandEntry, commandNames } from "./commandTable";
import { type Direction, keysOf, type Press } from "./keys";

/** The keys of every command. No key stands twice. */
export type Keymap = Readonly<Record<Command, readonly string[]>>;
/** What a person changed, by command: `keys` of their preferences. */
export type KeyChanges = Readonly<Record<string, readonly string[]>>;

/** The keys a command comes with. */
export const defaultKeys = (command: Command): readonly string[] => commandEntry(command).keys;

/**
 * The keys that are in force: a person's own first, then those that come with Stet as far as they are free, so that a
 * command that is new in Stet takes no key away.
 */
export function keymapOf(changes: KeyChanges): Keymap {
  const taken = new Set(commandNames.filter((name) => commandEntry(name).isFixed).flatMap(defaultKeys));
  const map: Partial<Record<Command, readonly string[]>> = {};
  const take = (command: Command, keys: readonly string[]) => {
    map[command] = keys.filter((key) => !taken.has(key));
    for (const key of keys) taken.add(key);
  };
  const own = commandNames.filter((name) => !commandEntry(name).isFixed && changes[name] !== undefined);
  for (const command of own) take(command, changes[command] ?? []);
  for (const command of commandNames) {
    if (commandEntry(command).isFixed) map[command] = defaultKeys(command);
    else if (map[command] === undefined) take(command, defaultKeys(command));
  }
  return map as Keymap;
}

/** Which command each key has. */
export function commandsByKey(keymap: Keymap): ReadonlyMap<string, Command> {
  return new Map(commandNames.flatMap((command) => keymap[command].map((key) => [key, command] as const)));
}

/** The command of a key press; null for keys that mean nothing here. */
export function commandFor(
  press: Press,
  direction: Direction,
  byKey: ReadonlyMap<string, Command>,
): Command | null {
  for (const key of keysOf(press, direction)) {
    const command = byKey.get(key);
    if (command) return command;
  }
  return null;
}

/** A key that would have to be taken from another command. */
export type Conflict = { key: string; from: Command };

/** Which of these keys another command has. */
export function conflictsOf(keymap: Keymap, command: Command, keys: readonly string[]): Conflict[] {
  const byKey = commandsByKey(keymap);
  return keys.flatMap((key) => {
    const from = byKey.get(key);
    return from && from !== command ? [{ key, from }] : [];
  });
}

/** The changes after `command` got exactly these keys, which every other command loses. */
export function withKeys(changes: KeyChanges, command: Command, keys: readonly string[]): KeyChanges {
  const before = keymapOf(changes);
  const unknown = Object.entries(changes).filter(([name]) => !Object.hasOwn(before, name));
  const after = commandNames.map((name) => {
    const own = name === command ? [...new Set(keys)] : before[name].filter((key) => !keys.includes(key));
    return [name, own] as const;
  });
  // Commands whose keys are those they come with need not be remembered.
  return Object.fromEntries([...unknown, ...after.filter(([name, own]) => !isSame(own, defaultKeys(name)))]);
}

/** Whether a command has other keys than it comes with. */
export function isChanged(keymap: Keymap, command: Command): boolean {
  return !isSame(keymap[command], defaultKeys(command));
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((key) => b.includes(key));
}
