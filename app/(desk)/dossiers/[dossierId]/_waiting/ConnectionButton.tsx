"use client";

import { CloudOff, LoaderCircle, Radio, TriangleAlert } from "lucide-react";
import { useMemo, useState, useSyncExternalStore } from "react";
import type { LiveStatus } from "@/lib/live/client";
import { countWaiting, type WaitingGroup, waitingGroups } from "@/lib/live/heldChanges";
import { useDossierStore, useView } from "@/lib/live/useDossier";
import { Button } from "@/lib/ui/Button";
import { Dialog } from "@/lib/ui/Dialog";
import { Notice } from "@/lib/ui/Notice";
import { counted } from "../../../words";
import { WaitingList } from "./WaitingList";

const icons = { live: Radio, connecting: LoaderCircle, offline: CloudOff, closed: CloudOff } as const;
const words = { live: "Live", connecting: "Connecting", offline: "Offline", closed: "Signed out" } as const;

/** What waits here, and whether anything of it is news to the person: by itself it would be sent in a moment. */
export function useWaiting() {
  const waiting = useView((view) => view.waiting, Object.is);
  const groups = useMemo(() => waitingGroups(waiting), [waiting]);
  const isReachable = useView((view) => view.isReachable);
  const heard = useView((view) => view.status);
  // A stream may look open long after the network has gone.
  const isOnline = useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  );
  const status: LiveStatus = isOnline || heard === "closed" ? heard : "offline";
  const isKept = useView((view) => view.isKept);
  return { groups, isReachable, status, isKept, ...countWaiting(groups) };
}

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

/**
 * Whether changes of others arrive, and whether one's own have; whenever there is something to see about it, a button
 * to what waits.
 */
export function ConnectionButton() {
  const { groups, waits, held, status, isReachable, isKept } = useWaiting();
  const [isOpen, setOpen] = useState(false);
  const says = inWords({ waits, held, status, isReachable, isKept });
  const Icon = held > 0 ? TriangleAlert : icons[status];
  const isQuiet = status === "live" && isReachable && held === 0;
  const line = (
    <>
      <Icon aria-hidden size={14} className={isQuiet ? "text-ok" : "text-warn"} />
      <span className={isQuiet ? undefined : "font-medium text-warn"}>{says}</span>
    </>
  );
  return (
    <span role="status" className="flex items-center text-xs text-soft">
      {isQuiet || (status === "connecting" && groups.length === 0) ? (
        <span className="flex items-center gap-1.5">{line}</span>
      ) : (
        <button
          type="button"
          className="flex items-center gap-1.5 rounded-xs px-1 py-0.5 hover:bg-sunken"
          onClick={() => setOpen(true)}
        >
          {line}
        </button>
      )}
      {isOpen && <WaitingDialog groups={groups} onClose={() => setOpen(false)} />}
    </span>
  );
}

type Standing = { waits: number; held: number; status: LiveStatus; isReachable: boolean; isKept: boolean };

/** "Offline – 3 changes kept here". */
function inWords({ waits, held, status, isReachable, isKept }: Standing): string {
  const where = isKept ? "kept here" : "in this page only";
  const kept = `${counted(waits, "change")} ${where}`;
  const decide = held > 0 ? [`${counted(held, "change")} to decide`] : [];
  if (status === "offline" || status === "closed") {
    return [`${words[status]}${waits > 0 ? ` – ${kept}` : ""}`, ...decide].join(" · ");
  }
  if (waits > 0 && !isReachable) return [`${kept}, not saved`, ...decide].join(" · ");
  if (held > 0) return decide.join("");
  return waits > 0 ? "Saving" : words[status];
}

function WaitingDialog({ groups, onClose }: { groups: readonly WaitingGroup[]; onClose: () => void }) {
  const store = useDossierStore();
  const { status, waits, isKept } = useWaiting();
  return (
    <Dialog
      open
      wide
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={status === "live" ? "Your changes that are not saved" : "Offline"}
      description={explanation(status, isKept)}
      footer={
        waits > 0 && (
          <Button look="primary" onClick={() => store.retry()}>
            Try now
          </Button>
        )
      }
    >
      {!isKept && (
        <div className="mb-4">
          <Notice tone="warn" title="This browser keeps nothing (a private window, or no room left)">
            What waits lives as long as this page. Leave it open until everything is sent.
          </Notice>
        </div>
      )}
      {groups.length === 0 ? (
        <p className="text-sm text-soft">Nothing is waiting: all you did is saved.</p>
      ) : (
        <WaitingList groups={groups} onLeave={onClose} />
      )}
    </Dialog>
  );
}

function explanation(status: LiveStatus, isKept: boolean): string {
  if (status === "closed") {
    return "You are signed out, or no longer in this dossier. What you did waits here until you sign in again.";
  }
  if (status === "live") return "Nothing of it is lost, and nothing was overwritten.";
  const after = isKept ? ", also when you close the page" : "";
  return `What is open here can be read and annotated. Your changes are kept in this browser${after}, and sent in order when Stet can be reached again. Other articles cannot be opened until then.`;
}
