"use client";

import { Dialog } from "@/lib/ui/Dialog";
import { Kbd } from "@/lib/ui/Kbd";

const keys: readonly [string, string][] = [
  ["j", "Next item"],
  ["k", "Previous item"],
  ["n", "Next item that is yours to decide"],
  ["a", "Accept it, and go to the next undecided one"],
  ["r", "Return it, with a reason"],
  ["u", "Take your last decision back"],
  ["o", "Open its passage in the article"],
  ["h", "Its history, or not"],
  ["c", "Comment on it"],
  ["?", "These keys"],
];

/** The keys of a review. */
export function ReviewHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()} title="Keys of the review">
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
    </Dialog>
  );
}
