"use client";

import { CheckCheck } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { Button } from "@/lib/ui/Button";
import { ConfirmDialog } from "@/lib/ui/ConfirmDialog";
import { Spinner } from "@/lib/ui/Spinner";
import { counted } from "../../../../../../../words";
import type { BulkPlan, ReviewRow } from "./reviewRows";

type Props = {
  /** How many the list shows, and how many of them may be accepted as far as is known without asking. */
  shown: number;
  open: number;
  plan: () => BulkPlan;
  onAccept: (rows: readonly ReviewRow[]) => Promise<boolean>;
};

/** Accepts what the list shows, in one go: says how many, and what is left out and why. */
export function BulkAccept({ shown, open, plan, onAccept }: Props) {
  const [planned, setPlanned] = useState<BulkPlan | null>(null);
  const [busy, setBusy] = useState(0);
  if (open === 0 && busy === 0) return null;
  const accept = async (rows: readonly ReviewRow[]) => {
    setBusy(rows.length);
    const isTaken = await onAccept(rows);
    setBusy(0);
    if (isTaken) toast.success(`${counted(rows.length, "item")} accepted`);
  };
  if (busy > 0) {
    return (
      <p role="status" className="flex items-center gap-2 text-xs text-soft">
        <Spinner /> Accepting {counted(busy, "item")} …
      </p>
    );
  }
  const count = planned?.accept.length ?? 0;
  return (
    <>
      <Button size="sm" onClick={() => setPlanned(plan())}>
        <CheckCheck aria-hidden size={14} /> Accept all shown…
      </Button>
      {planned && (
        <ConfirmDialog
          open
          onOpenChange={(isOpen) => !isOpen && setPlanned(null)}
          title={
            count === 0
              ? "None of these can be accepted together"
              : `Accept ${counted(count, "item")} of the ${shown.toLocaleString("en-GB")} shown?`
          }
          confirm={count === 0 ? "Close" : `Accept ${counted(count, "item")}`}
          onConfirm={() => {
            setPlanned(null);
            if (count > 0) void accept(planned.accept);
          }}
        >
          {count > 0 && (
            <p>
              Each will say that you accepted it, now. You can take it back as one while the round is open.
            </p>
          )}
          {planned.left.length > 0 && (
            <>
              <p className="mt-2 font-medium text-ink">Left out:</p>
              <ul className="list-disc ps-5">
                {planned.left.map(({ why, count: many }) => (
                  <li key={why}>
                    {counted(many, "item")} {why}
                  </li>
                ))}
              </ul>
            </>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}
