import { CheckCheck, SearchX } from "lucide-react";
import { Button } from "@/lib/ui/Button";
import { EmptyState } from "@/lib/ui/EmptyState";
import { narrowings, noFilter, type ReviewFilter } from "./reviewFilter";

type Props = { isLater: boolean; filter: ReviewFilter; onFilter: (filter: ReviewFilter) => void };

/** The list is empty: because nothing passes the filter, or because all of a later round was carried over. */
export function NothingShown({ isLater, filter, onFilter }: Props) {
  if (narrowings(filter) === 0 && isLater && !filter.isWhole) {
    return (
      <EmptyState
        icon={CheckCheck}
        title="Nothing to look at"
        action={
          <Button size="sm" onClick={() => onFilter({ ...filter, isWhole: true })}>
            Show what was carried over
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={SearchX}
      title="No item passes this filter"
      action={
        <Button size="sm" onClick={() => onFilter({ ...noFilter, isWhole: filter.isWhole })}>
          Clear the filter
        </Button>
      }
    />
  );
}
