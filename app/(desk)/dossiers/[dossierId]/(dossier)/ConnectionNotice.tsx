"use client";

import { ConnectionButton, useWaiting } from "../_waiting/ConnectionButton";

/** Says when what others do no longer arrives, or what one did is not saved. Stet tries again by itself. */
export function ConnectionNotice() {
  const { status, isReachable, waits, held } = useWaiting();
  const isNews = status === "offline" || status === "closed" || held > 0 || (waits > 0 && !isReachable);
  if (!isNews) return null;
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-30 flex justify-center p-4">
      <div className="pointer-events-auto rounded-full border border-warn bg-surface px-3 py-1 shadow">
        <ConnectionButton />
      </div>
    </div>
  );
}
