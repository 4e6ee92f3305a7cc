"use client";

import { usePeople } from "@/lib/live/usePresence";
import { Avatar } from "@/lib/ui/Avatar";

/** Where the others are in the article, on its map. The map is for the pointer; in words they are beside the text. */
export function PeopleOnMap({ articleId, length }: { articleId: string; length: number }) {
  const people = usePeople().filter(({ where }) => where.page === "article" && where.id === articleId);
  return people.map(({ userId, name, colour, where, selection }) => {
    const at = selection?.start ?? where.start;
    if (at === undefined) return null;
    const share = Math.min(1, at / Math.max(1, length));
    return (
      <span
        key={userId}
        className="pointer-events-none absolute end-full -translate-y-1/2"
        style={{ insetBlockStart: `${share * 100}%` }}
      >
        <span
          className="stet-person absolute start-full top-1/2 h-0.5 w-7 -translate-y-1/2"
          data-colour={colour}
        />
        <Avatar name={name} size="sm" colour={colour} />
      </span>
    );
  });
}
