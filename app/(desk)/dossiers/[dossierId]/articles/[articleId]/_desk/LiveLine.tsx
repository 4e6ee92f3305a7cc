"use client";

import { CloudOff, LoaderCircle, Radio } from "lucide-react";
import { useDossierStore, useView } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";

const words = {
  live: { text: "Live", icon: Radio },
  connecting: { text: "Connecting", icon: LoaderCircle },
  offline: { text: "Offline", icon: CloudOff },
  closed: { text: "Signed out", icon: CloudOff },
} as const;

/** Whether changes of others arrive, and whether one's own have. */
export function LiveLine() {
  const store = useDossierStore();
  const status = useView((view) => view.status);
  const { saving, unsaved } = useView((view) => {
    const phases = Object.values(view.phases);
    const unsaved = phases.filter((phase) => phase === "unsaved").length;
    return { unsaved, saving: phases.length - unsaved };
  });
  const { text, icon: Icon } = words[status];
  return (
    <span className="flex items-center gap-2 text-xs text-soft">
      <span role="status" className="flex items-center gap-1.5">
        <Icon aria-hidden size={14} className={status === "live" ? "text-ok" : "text-warn"} />
        {unsaved > 0 ? (
          <span className="font-medium text-warn">
            {unsaved === 1 ? "1 change kept here, not saved" : `${unsaved} changes kept here, not saved`}
          </span>
        ) : saving > 0 ? (
          "Saving"
        ) : (
          text
        )}
      </span>
      {unsaved > 0 && (
        <Button size="sm" onClick={() => store.retry()}>
          Try again
        </Button>
      )}
    </span>
  );
}
