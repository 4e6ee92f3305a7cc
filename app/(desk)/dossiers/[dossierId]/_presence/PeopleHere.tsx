"use client";

import "./presence.css";
import { useDossier } from "@/lib/live/useDossier";
import { useFollowed, usePeople } from "@/lib/live/usePresence";
import type { Person } from "@/lib/presence/model";
import { Avatar } from "@/lib/ui/Avatar";
import { Button } from "@/lib/ui/Button";
import { classes } from "@/lib/ui/classes";
import { Menu, MenuItem, MenuLabel } from "@/lib/ui/Menu";
import { placeWords } from "./placeWords";

/** More than these are in a menu. */
const MOST_SHOWN = 4;

/** Who else is in the dossier now: pressed, they are followed. */
export function PeopleHere() {
  const people = usePeople();
  const { followed, follow } = useFollowed();
  if (people.length === 0) return null;
  const shown = people.slice(0, people.length > MOST_SHOWN ? MOST_SHOWN - 1 : MOST_SHOWN);
  const rest = people.slice(shown.length);
  return (
    <ul aria-label="Here now" className="flex shrink-0 items-center gap-1" data-follow-control>
      {shown.map((person) => (
        <li key={person.userId} className="flex">
          <PersonButton
            person={person}
            isFollowed={followed?.userId === person.userId}
            onFollow={() => follow(followed?.userId === person.userId ? null : person.userId)}
          />
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <Menu
            trigger={
              <Button look="quiet" size="sm" aria-label={`${rest.length} more here`}>
                +{rest.length}
              </Button>
            }
          >
            <MenuLabel>Follow</MenuLabel>
            {rest.map((person) => (
              <MenuItem key={person.userId} onSelect={() => follow(person.userId)}>
                <PersonInWords person={person} />
              </MenuItem>
            ))}
          </Menu>
        </li>
      )}
    </ul>
  );
}

function PersonButton(props: { person: Person; isFollowed: boolean; onFollow: () => void }) {
  const { person, isFollowed, onFollow } = props;
  const where = useDossier((state) => placeWords(state, person.where));
  const words = `${person.name}, ${where}`;
  return (
    <button
      type="button"
      aria-pressed={isFollowed}
      aria-label={`Follow ${words}`}
      title={`${words}. Press to ${isFollowed ? "stop following" : "follow"}.`}
      onClick={onFollow}
      className={classes(
        "flex rounded-full p-0.5",
        isFollowed ? "ring-2 ring-accent" : "hover:ring-2 hover:ring-line-strong",
      )}
    >
      <Avatar name={person.name} colour={person.colour} />
    </button>
  );
}

function PersonInWords({ person }: { person: Person }) {
  const where = useDossier((state) => placeWords(state, person.where));
  return (
    <>
      <Avatar name={person.name} size="sm" colour={person.colour} />
      <span>
        {person.name} <span className="text-soft">{where}</span>
      </span>
    </>
  );
}
