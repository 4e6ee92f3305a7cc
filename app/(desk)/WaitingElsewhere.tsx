"use client";

import { CloudOff } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { dossiersWaiting } from "@/lib/live/outboxDisk";
import { sendElsewhere } from "@/lib/live/sendElsewhere";
import { counted } from "./words";

type Left = Awaited<ReturnType<typeof dossiersWaiting>>;

/** Sends what was left in dossiers that are not open, and says where something of it still waits. */
export function WaitingElsewhere({ userId }: { userId: string }) {
  const path = usePathname();
  const [left, setLeft] = useState<Left>([]);
  // Pages of a dossier send and show their own.
  const isInDossier = /^\/dossiers\/[^/]+/.test(path);
  useEffect(() => {
    if (isInDossier) return;
    let isGone = false;
    const look = async () => {
      try {
        await sendElsewhere(userId);
      } finally {
        const found = await dossiersWaiting(userId);
        if (!isGone) setLeft(found);
      }
    };
    const start = () => void look().catch(() => {});
    start();
    window.addEventListener("online", start);
    return () => {
      isGone = true;
      window.removeEventListener("online", start);
    };
  }, [userId, isInDossier]);
  if (isInDossier || left.length === 0) return null;
  return (
    <ul
      role="status"
      aria-label="Changes not saved"
      className="border-b border-warn bg-warn-wash px-4 py-2 text-sm sm:px-6"
    >
      {left.map(({ dossierId, waiting, refused }) => (
        <li key={dossierId} className="flex items-center gap-2">
          <CloudOff aria-hidden size={15} className="text-warn" />
          <span>
            {[
              waiting > 0 && `${counted(waiting, "change")} kept here, not sent yet`,
              refused > 0 && `${counted(refused, "change")} to decide`,
            ]
              .filter(Boolean)
              .join(" · ")}
            .{" "}
            <Link href={`/dossiers/${dossierId}`} className="stet-link">
              Open the dossier
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}
