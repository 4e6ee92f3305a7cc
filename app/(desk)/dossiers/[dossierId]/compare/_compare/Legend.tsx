import type { LinkBetween } from "@/lib/desk/linksBetween";
import { LinkSample } from "./LinkSample";
import { lookOf, looks } from "./linkLook";

/** What the lines between the texts mean: those that are drawn, the strongest first. */
export function Legend({ links }: { links: readonly LinkBetween[] }) {
  const names = new Set(links.map(({ link }) => lookOf(link).name));
  const drawn = looks.filter(({ name }) => names.has(name)).toReversed();
  if (drawn.length === 0) return null;
  return (
    <ul aria-label="What the lines mean" className="flex flex-wrap gap-x-3 gap-y-0.5 text-xs text-soft">
      {drawn.map((look) => (
        <li key={look.name} className="flex items-center gap-1">
          <LinkSample look={look} />
          {look.words}
        </li>
      ))}
    </ul>
  );
}
