"use client";

import { BadgeCheck } from "lucide-react";
import type { SignedSignOff } from "@/lib/reviews/statement";
import { Moment } from "@/lib/ui/Moment";

/** Who signed, when, in which words, with which key. */
export function SignOffCard({ signOff: { signed } }: { signOff: SignedSignOff }) {
  return (
    <li className="flex gap-3 rounded-md border border-ok bg-ok-wash p-4 text-sm">
      <BadgeCheck aria-hidden size={20} className="shrink-0 text-ok" />
      <div className="min-w-0">
        <p className="font-semibold">
          Signed by {signed.reviewer.name}, <Moment at={signed.signedAt} />
        </p>
        <p className="mt-1 leading-relaxed" dir="auto">
          “{signed.statement}”
        </p>
        <p className="mt-1 text-xs text-soft">
          Key <code className="break-all">{signed.keyId}</code>
        </p>
      </div>
    </li>
  );
}
