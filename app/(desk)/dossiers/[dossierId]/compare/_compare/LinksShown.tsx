"use client";

import { List } from "lucide-react";
import { Popover } from "radix-ui";
import type { LinkBetween } from "@/lib/desk/linksBetween";
import { Button } from "@/lib/ui/Button";
import { counted, shortened } from "../../../../words";
import { LinkSample } from "./LinkSample";
import { linkInWords, lookOf } from "./linkLook";

/** The links between both texts in words, for the keyboard and those who cannot see the curves. */
export function LinksShown(props: {
  links: readonly LinkBetween[];
  selectedId: string | null;
  onPoint: (id: string | null) => void;
  onOpen: (id: string) => void;
}) {
  const { links, selectedId, onPoint, onOpen } = props;
  return (
    <Popover.Root onOpenChange={() => onPoint(null)}>
      <Popover.Trigger asChild>
        <Button size="sm">
          <List aria-hidden size={14} /> {counted(links.length, "link")}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label="Links between these articles"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-popover-content-available-height) w-[30rem] max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg border border-line bg-surface p-2 text-sm shadow-lg"
        >
          {links.length === 0 && (
            <p className="p-2 text-soft">
              No links yet. Select a passage on one side and press its Link button, then choose the other end.
            </p>
          )}
          <ul>
            {links.map(({ link, left, right }) => (
              <li key={link.id}>
                <button
                  type="button"
                  aria-current={link.id === selectedId ? "true" : undefined}
                  className="block w-full cursor-pointer rounded px-2 py-1.5 text-start hover:bg-sunken aria-[current]:bg-accent-wash"
                  onPointerEnter={() => onPoint(link.id)}
                  onFocus={() => onPoint(link.id)}
                  onClick={() => onOpen(link.id)}
                >
                  <span dir="auto" className="block font-serif">
                    {shortened((link.from === left.id ? left : right).exact, 90)}
                  </span>
                  <span className="my-0.5 flex items-center gap-1.5 text-xs font-semibold text-soft">
                    <LinkSample look={lookOf(link)} />
                    {linkInWords(link)}
                  </span>
                  <span dir="auto" className="block font-serif">
                    {shortened((link.from === left.id ? right : left).exact, 90)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
