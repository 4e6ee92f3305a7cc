import type { Kind } from "@/lib/annotations/kinds";
import { classes } from "./classes";

/** The words for a kind on screen, one and many. */
export const kindWords: Record<Kind, { one: string; many: string }> = {
  claim: { one: "Claim", many: "Claims" },
  figure: { one: "Figure", many: "Figures" },
  official_statement: { one: "Official statement", many: "Official statements" },
};

/** Line style and colour together: a kind is never told by colour alone. */
const kindStyles: Record<Kind, string> = {
  claim: "bg-claim-wash decoration-claim decoration-solid decoration-[1.5px]",
  figure: "bg-figure-wash decoration-figure decoration-dotted decoration-2",
  official_statement: "bg-statement-wash decoration-statement decoration-double decoration-1",
};

/** The name of a kind in the line style and colour its passages have. */
export function KindBadge({ kind, count, short }: { kind: Kind; count?: number; short?: boolean }) {
  const words = kindWords[kind];
  const name = short && kind === "official_statement" ? "Statement" : words.one;
  return (
    <span
      className={classes(
        "inline-block rounded-xs px-1 text-xs leading-5 font-medium whitespace-nowrap text-ink underline underline-offset-3",
        kindStyles[kind],
      )}
    >
      {count === undefined ? name : `${count} ${(count === 1 ? words.one : words.many).toLowerCase()}`}
    </span>
  );
}
