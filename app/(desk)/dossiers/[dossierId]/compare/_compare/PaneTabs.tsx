import { classes } from "@/lib/ui/classes";
import type { Side } from "../../articles/[articleId]/_desk/paneContext";

/** With little width one pane shows at a time. */
export function PaneTabs(props: {
  active: Side;
  titleOf: (side: Side) => string;
  onChoose: (side: Side) => void;
}) {
  const { active, titleOf, onChoose } = props;
  return (
    <nav aria-label="Panes" className="flex border-b border-line lg:hidden">
      {(["left", "right"] as const).map((side) => (
        <button
          key={side}
          type="button"
          aria-pressed={active === side}
          dir="auto"
          className={classes(
            "min-h-10 min-w-0 flex-1 cursor-pointer truncate border-b-2 px-3 text-sm",
            active === side ? "border-accent font-semibold" : "border-transparent text-soft",
          )}
          onClick={() => onChoose(side)}
        >
          {titleOf(side)}
        </button>
      ))}
    </nav>
  );
}
