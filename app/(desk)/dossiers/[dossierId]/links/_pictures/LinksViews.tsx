import NextLink from "next/link";
import { classes } from "@/lib/ui/classes";

const views = [
  { path: "", name: "Board" },
  { path: "/timeline", name: "Timeline" },
  { path: "/map", name: "Map" },
] as const;
export type LinksView = (typeof views)[number]["name"];

type Props = { dossierId: string; current: LinksView; query: string };

/** The ways to look at a dossier's links; the filter goes along. */
export function LinksViews({ dossierId, current, query }: Props) {
  return (
    <nav aria-label="Views of the links" className="mb-4 flex gap-1 border-b border-line">
      {views.map(({ path, name }) => (
        <NextLink
          key={name}
          href={`/dossiers/${dossierId}/links${path}${query && "?"}${query}`}
          aria-current={name === current ? "page" : undefined}
          className={classes(
            "-mb-px border-b-2 px-3 py-2 text-sm font-medium focus-visible:-outline-offset-2",
            name === current ? "border-accent text-ink" : "border-transparent text-soft hover:text-ink",
          )}
        >
          {name}
        </NextLink>
      ))}
    </nav>
  );
}
