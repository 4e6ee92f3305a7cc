import type { LinkStatus } from "@/lib/links/relations";

/** What can be decided about a link, what doing so is called, and the key for it. */
export const decisions: readonly { status: LinkStatus; verb: string; key: string }[] = [
  { status: "confirmed", verb: "Confirm", key: "c" },
  { status: "explained", verb: "Explain", key: "e" },
  { status: "dismissed", verb: "Dismiss", key: "d" },
  { status: "open", verb: "Reopen", key: "o" },
];
