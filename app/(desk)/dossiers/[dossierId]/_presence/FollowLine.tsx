"use client";

import "./presence.css";
import { X } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import { useDossier } from "@/lib/live/useDossier";
import { useFollowed } from "@/lib/live/usePresence";
import { addressOf } from "@/lib/presence/model";
import { Avatar } from "@/lib/ui/Avatar";
import { Button } from "@/lib/ui/Button";

/** Goes where the person who is followed goes, and says so. Ends with Escape, or as soon as one moves by oneself. */
export function FollowLine() {
  const { followed, follow } = useFollowed();
  const dossierId = useDossier((state) => state.dossier.id);
  const router = useRouter();
  const path = usePathname();
  const address = followed && addressOf(dossierId, followed.where);
  useEffect(() => {
    if (address && address !== path) router.push(address);
  }, [address, path, router]);

  const isFollowing = followed !== null;
  const end = useEffectEvent((event: Event) => {
    if (event instanceof KeyboardEvent) {
      if (!movesAway(event)) return;
      // It ended the following, and nothing else.
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        return follow(null);
      }
    }
    if (event.target instanceof Element && event.target.closest("[data-follow-control]")) return;
    follow(null);
  });
  useEffect(() => {
    if (!isFollowing) return;
    const options = { capture: true, passive: false };
    const listener = (event: Event) => end(event);
    const kinds = ["wheel", "touchmove", "pointerdown", "keydown"];
    for (const kind of kinds) document.addEventListener(kind, listener, options);
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, listener, options);
    };
  }, [isFollowing]);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-40 flex justify-center p-4"
      data-follow-control
    >
      {followed && (
        <p className="pointer-events-auto flex max-w-full items-center gap-2 rounded-full border border-line-strong bg-surface py-1 ps-2 pe-1 text-sm shadow-lg">
          <Avatar name={followed.name} size="sm" colour={followed.colour} />
          <span className="truncate">Following {followed.name}</span>
          <span className="text-xs text-soft max-sm:hidden">Esc, or move, to stop</span>
          <Button look="quiet" size="icon-sm" aria-label="Stop following" onClick={() => follow(null)}>
            <X aria-hidden size={15} />
          </Button>
        </p>
      )}
    </div>
  );
}

/** Keys with which a person goes somewhere by themselves; Tab and what is held down are not. */
function movesAway({ key }: KeyboardEvent): boolean {
  return !["Shift", "Control", "Alt", "Meta", "Tab", "Enter", " "].includes(key);
}
