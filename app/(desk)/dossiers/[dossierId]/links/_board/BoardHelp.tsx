"use client";

import { Dialog } from "@/lib/ui/Dialog";
import { Kbd } from "@/lib/ui/Kbd";

const keys: readonly [string, string][] = [
  ["j", "Next link"],
  ["k", "Previous link"],
  ["x", "Choose it, or not"],
  ["a", "Choose all that are loaded"],
  ["Escape", "Choose none"],
  ["Enter", "Open: its history and story"],
  ["c", "Confirm, with a reason"],
  ["e", "Explain, with a reason"],
  ["d", "Dismiss, with a reason"],
  ["o", "Reopen, with a reason"],
  ["b", "Status, owner and severity together"],
  ["/", "Look for words"],
  ["?", "These keys"],
];

/** The board's keys. */
export function BoardHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title="Keys of the board">
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-sm">
        {keys.map(([key, words]) => (
          <div key={key} className="contents">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-soft">
        Decisions are about the chosen links, or about the current one while none is chosen.
      </p>
    </Dialog>
  );
}
