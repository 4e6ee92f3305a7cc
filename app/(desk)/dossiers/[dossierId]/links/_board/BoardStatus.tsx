import { Button } from "@/lib/ui/Button";
import { counted } from "../../../../words";

type Props = {
  total: number;
  isNarrowed: boolean;
  chosen: number;
  onDecide: () => void;
  onChooseNone: () => void;
};

/** How many links there are and are chosen, and what can be done with the chosen ones; stays in view. */
export function BoardStatus({ total, isNarrowed, chosen, onDecide, onChooseNone }: Props) {
  return (
    <div className="sticky top-0 z-10 flex min-h-11 flex-wrap items-center gap-2 bg-paper py-1.5">
      <p role="status" className="text-sm text-soft">
        {counted(total, "link")}
        {isNarrowed && " in this filter"}
        {chosen > 0 && ` · ${chosen} chosen`}
      </p>
      {chosen > 0 && (
        <span className="flex gap-1.5">
          <Button size="sm" look="primary" onClick={onDecide}>
            Decide or assign
          </Button>
          <Button size="sm" look="quiet" onClick={onChooseNone}>
            Choose none
          </Button>
        </span>
      )}
    </div>
  );
}
