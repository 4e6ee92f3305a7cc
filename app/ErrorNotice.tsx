"use client";

import type { ReactNode } from "react";
import type { ApiError } from "@/lib/http/client";
import { Notice } from "@/lib/ui/Notice";

const titles: Record<string, string> = {
  offline: "Stet cannot be reached",
  forbidden: "You may not do this",
  stale: "Someone else was faster",
  outdated: "What you saw is not what stands now",
  rate_limited: "Too many attempts",
  unavailable: "Stet cannot be reached just now",
  unauthenticated: "You are signed out",
};

/** Why something was refused, in words; nothing while nothing was. `kept` says what is not lost. */
export function ErrorNotice({
  error,
  kept,
  actions,
}: {
  error: ApiError | null;
  kept?: string;
  actions?: ReactNode;
}) {
  if (!error) return null;
  const signIn = error.code === "unauthenticated" && (
    <a href="/sign-in" target="_blank" rel="noopener" className="stet-link">
      Sign in again in a new tab
    </a>
  );
  return (
    <Notice
      tone="danger"
      role="alert"
      title={titles[error.code] ?? "This did not work"}
      actions={actions || signIn}
    >
      {error.message} {kept}
    </Notice>
  );
}
