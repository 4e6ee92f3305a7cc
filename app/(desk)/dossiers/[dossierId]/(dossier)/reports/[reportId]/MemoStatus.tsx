"use client";

import { Check, CloudOff, Loader, TriangleAlert } from "lucide-react";
import type { MemoView } from "@/lib/live/memoSession";

const words = {
  opening: { icon: Loader, text: "Opening…", tone: "text-soft" },
  saved: { icon: Check, text: "Saved", tone: "text-soft" },
  saving: { icon: Loader, text: "Saving…", tone: "text-soft" },
  waiting: {
    icon: CloudOff,
    text: "Not saved yet: kept in this browser, sent when Stet can be reached",
    tone: "text-warn",
  },
  refused: { icon: TriangleAlert, text: "Not saved", tone: "text-danger" },
} as const;

/** Whether what is written is in the database. "Saved" is said of nothing less. */
export function MemoStatus({ view }: { view: MemoView }) {
  const { icon: Icon, text, tone } = words[view.phase];
  const isLost = view.phase === "waiting" && !view.isKept;
  return (
    <p className={`flex items-center gap-1.5 text-sm ${tone}`}>
      <Icon aria-hidden size={14} className="shrink-0" />
      {/* Every pause while typing would be announced: only what a person should act on is. */}
      <span
        data-memo={view.phase}
        aria-live={view.phase === "waiting" || view.phase === "refused" ? "polite" : "off"}
      >
        {isLost ? "Not saved yet: keep this page open, the browser keeps nothing" : text}
      </span>
    </p>
  );
}
