import { counted } from "../../../../words";

type Props = {
  drawn: number;
  all: number;
  /** Which lines were preferred. */
  first: string;
};

/** Says that not every line is drawn, and how to see the others. */
export function CrowdNote({ drawn, all, first }: Props) {
  if (drawn >= all) return null;
  return (
    <p className="text-xs text-soft">
      {drawn.toLocaleString("en-GB")} of {counted(all, "line")} drawn, {first} first. Narrow the filter, zoom
      in, or point at a mark to see its others; the table has them all.
    </p>
  );
}

/** The same in a few words, for what leaves Stet. */
export function drawnOf(drawn: number, all: number): string {
  return drawn >= all ? "" : ` · ${drawn.toLocaleString("en-GB")} of ${counted(all, "line")} drawn`;
}
