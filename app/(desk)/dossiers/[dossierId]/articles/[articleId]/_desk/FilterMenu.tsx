"use client";

import { ListFilter } from "lucide-react";
import { Popover } from "radix-ui";
import { questionsOf, showEverything } from "@/lib/desk/annotationFilter";
import { Button } from "@/lib/ui/Button";
import { useDesk } from "./deskContext";
import { FilterFields } from "./FilterFields";

/** What is shown, beside the kinds; how many the filter hides, and the way back to everything. */
export function FilterMenu() {
  const { filter, setFilter, hidden } = useDesk();
  const asked = questionsOf(filter);
  return (
    <span className="flex items-center gap-1">
      <Popover.Root>
        <Popover.Trigger asChild>
          <Button look="quiet" size="sm" aria-pressed={asked > 0}>
            <ListFilter aria-hidden size={14} /> Filter{asked > 0 && ` (${asked})`}
          </Button>
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Content
            aria-label="Filter"
            align="end"
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-line bg-surface p-4 text-sm shadow-lg"
          >
            <FilterFields />
          </Popover.Content>
        </Popover.Portal>
      </Popover.Root>
      <span role="status" className="text-xs text-soft">
        {hidden > 0 && `${hidden.toLocaleString("en-GB")} hidden`}
      </span>
      {asked > 0 && (
        <Button
          look="quiet"
          size="sm"
          aria-label="Clear the filter"
          onClick={() => setFilter(showEverything)}
        >
          Clear
        </Button>
      )}
    </span>
  );
}
