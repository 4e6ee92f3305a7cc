"use client";

import { Command as Palette } from "cmdk";
import { Children, type ReactNode } from "react";

/** Things of one sort in the palette; nothing at all when there are none. */
export function PaletteGroup({ heading, children }: { heading: string; children: ReactNode }) {
  if (Children.count(children) === 0) return null;
  return (
    <Palette.Group
      heading={heading}
      className="mb-2 **:[[cmdk-group-heading]]:px-2 **:[[cmdk-group-heading]]:py-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-semibold **:[[cmdk-group-heading]]:text-soft"
    >
      {children}
    </Palette.Group>
  );
}

/** One thing to choose. `value` tells it from all others. */
export function PaletteItem(props: { value: string; onSelect: () => void; children: ReactNode }) {
  return (
    <Palette.Item
      value={props.value}
      onSelect={props.onSelect}
      className="flex min-h-9 cursor-pointer items-center gap-x-3 rounded-md px-2 py-1.5 text-sm data-[selected=true]:bg-accent-wash data-[selected=true]:outline-1 data-[selected=true]:-outline-offset-1 data-[selected=true]:outline-accent"
    >
      {props.children}
    </Palette.Item>
  );
}
