"use client";

import { ChevronDown } from "lucide-react";
import { Popover } from "radix-ui";
import { Button } from "@/lib/ui/Button";
import { Checkbox } from "@/lib/ui/Checkbox";

type Option = { value: string; label: string };
type Props = {
  label: string;
  options: readonly Option[];
  chosen: readonly string[] | undefined;
  onChoose: (values: string[]) => void;
};

/** One field of the filter: any of several values, none for all. The button says what is chosen. */
export function ChoiceFilter({ label, options, chosen = [], onChoose }: Props) {
  const names = options.filter(({ value }) => chosen.includes(value)).map((option) => option.label);
  const said = names.length > 2 ? `${names.length} chosen` : names.join(", ");
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button size="sm" look={chosen.length > 0 ? "secondary" : "quiet"} className="max-w-64">
          <span className="truncate">
            {label}
            {said && <span className="font-semibold">: {said}</span>}
          </span>
          <ChevronDown aria-hidden size={14} />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label}
          className="z-50 flex max-h-80 max-w-80 flex-col gap-2 overflow-y-auto rounded-md border border-line bg-surface p-3 text-ink shadow-lg"
        >
          {options.map(({ value, label: words }) => (
            <Checkbox
              key={value}
              label={<bdi>{words}</bdi>}
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChoose(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
              }
            />
          ))}
          {chosen.length > 0 && (
            <Button size="sm" look="quiet" onClick={() => onChoose([])}>
              All
            </Button>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
