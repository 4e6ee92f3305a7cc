import type { Annotation } from "@/lib/annotations/schema";
import { figureDifference } from "@/lib/links/figureDifference";
import type { Link } from "@/lib/links/schema";
import { classes } from "@/lib/ui/classes";

type Props = { link: Link; from: Annotation; to: Annotation; isSmall?: boolean };

/** How far the figures of a link's ends are apart, where it is about figures and they can be told. */
export function FigureLine({ link, from, to, isSmall = false }: Props) {
  const areFigures = link.subtype === "figure" || (from.kind === "figure" && to.kind === "figure");
  const difference = areFigures ? figureDifference(from, to) : null;
  if (!difference) return null;
  return (
    <p
      className={classes(
        "bg-figure-wash",
        isSmall ? "mt-1 rounded-sm px-2 py-1 text-xs" : "mt-3 rounded-md px-3 py-1.5 text-sm",
      )}
    >
      <span className="font-semibold">
        {difference.outcome === "differ" ? "The figures differ. " : "The figures fit. "}
      </span>
      {difference.words} <span className="text-soft">If both count the same thing.</span>
    </p>
  );
}
