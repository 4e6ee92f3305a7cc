"use client";

import { Bell } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { refreshUnread, useUnread } from "@/lib/live/unread";
import { Button } from "@/lib/ui/Button";

const ASK_AGAIN_MS = 30_000;

/**
 * The way to the inbox, with how much is unread. Live while a dossier is open (lib/live/unread.ts); elsewhere it asks
 * when one comes to a page or back to the window, and every half minute in between.
 */
export function InboxBell({ initial }: { initial: number }) {
  const unread = useUnread(initial);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is the reason to ask again
  useEffect(() => refreshUnread(), [path]);
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === "visible") refreshUnread();
    };
    const timer = setInterval(ask, ASK_AGAIN_MS);
    window.addEventListener("focus", ask);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      window.removeEventListener("focus", ask);
      document.removeEventListener("visibilitychange", ask);
    };
  }, []);
  const words = unread === 0 ? "Inbox, nothing unread" : `Inbox, ${unread} unread`;
  return (
    <>
      <Button asChild look="quiet" size="icon" className="relative">
        <Link
          href="/inbox"
          aria-label={words}
          title={words}
          aria-current={path === "/inbox" ? "page" : undefined}
        >
          <Bell aria-hidden size={18} />
          {unread > 0 && (
            <span
              aria-hidden
              className="absolute end-0 top-0 min-w-4.5 rounded-full border border-surface bg-danger px-1 text-center text-[0.625rem] leading-4 font-bold text-on-accent tabular-nums"
            >
              {unread > 99 ? "99+" : unread}
            </span>
          )}
        </Link>
      </Button>
      <span role="status" className="sr-only">
        {unread > 0 && `${unread} unread in your inbox`}
      </span>
    </>
  );
}
