"use client";

import { useView } from "@/lib/live/useDossier";
import { Spinner } from "@/lib/ui/Spinner";

/** Says when what others do no longer arrives. Stet tries again by itself. */
export function ConnectionNotice() {
  const offline = useView((view) => view.status === "offline");
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-0 z-30 flex justify-center p-4">
      {offline && (
        <p className="flex items-center gap-2 rounded-full border border-warn bg-warn-wash px-4 py-1.5 text-sm shadow">
          <Spinner /> Not connected: changes of others will appear when Stet answers again.
        </p>
      )}
    </div>
  );
}
