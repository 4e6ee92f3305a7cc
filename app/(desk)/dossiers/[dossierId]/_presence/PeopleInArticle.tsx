"use client";

import "./presence.css";
import { usePeople } from "@/lib/live/usePresence";
import { Avatar } from "@/lib/ui/Avatar";

/** Who reads an article just now, in a list of articles. */
export function PeopleInArticle({ articleId }: { articleId: string }) {
  const people = usePeople().filter(({ where }) => where.page === "article" && where.id === articleId);
  if (people.length === 0) return null;
  return (
    <span className="flex shrink-0 gap-0.5">
      {people.map(({ userId, name, colour }) => (
        <Avatar key={userId} name={`${name} is here`} initialsOf={name} size="sm" colour={colour} labelled />
      ))}
    </span>
  );
}
