"use client";

import { BadgeCheck, Ban } from "lucide-react";
import { can } from "@/lib/auth/policy";
import { useActor } from "@/lib/live/useDossier";
import type { HeldSignOff } from "@/lib/reviews/schema";
import { type SignedWithdrawal, withdrawalOf } from "@/lib/reviews/statement";
import { classes } from "@/lib/ui/classes";
import { Moment } from "@/lib/ui/Moment";
import { WithdrawSignOff } from "./WithdrawSignOff";

type Props = {
  signOff: HeldSignOff;
  withdrawals: readonly SignedWithdrawal[];
  /** Whether whoever may take it back is offered to. */
  mayWithdraw?: boolean;
};

/** Who signed, when, in which words, with which key; struck through with the reason once it was withdrawn. */
export function SignOffCard({ signOff, withdrawals, mayWithdraw }: Props) {
  const actor = useActor();
  const { signed } = signOff;
  const withdrawal = withdrawalOf(signOff, withdrawals)?.signed;
  const Icon = withdrawal ? Ban : BadgeCheck;
  const isOffered =
    mayWithdraw && !withdrawal && can(actor, "round.withdraw", { signer: signed.reviewer.id });
  return (
    <li
      className={classes(
        "flex gap-3 rounded-md border p-4 text-sm",
        withdrawal ? "border-danger bg-danger-wash" : "border-ok bg-ok-wash",
      )}
    >
      <Icon aria-hidden size={20} className={classes("shrink-0", withdrawal ? "text-danger" : "text-ok")} />
      <div className="min-w-0 flex-1">
        <p className={classes("font-semibold", withdrawal && "line-through decoration-2")}>
          Signed by {signed.reviewer.name}, <Moment at={signed.signedAt} />
        </p>
        <p className={classes("mt-1 leading-relaxed", withdrawal && "line-through")} dir="auto">
          “{signed.statement}”
        </p>
        {withdrawal && (
          <div className="mt-2.5">
            <p className="font-semibold text-danger">
              Withdrawn by {withdrawal.withdrawnBy.name}, <Moment at={withdrawal.withdrawnAt} />
            </p>
            <p className="mt-0.5 leading-relaxed" dir="auto">
              {withdrawal.reason}
            </p>
          </div>
        )}
        <p className="mt-1.5 text-xs text-soft">
          Key <code className="break-all">{signed.keyId}</code>
        </p>
        {isOffered && (
          <div className="mt-2.5">
            <WithdrawSignOff signOff={signOff} />
          </div>
        )}
      </div>
    </li>
  );
}
