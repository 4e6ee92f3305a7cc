import type { LiveStatus } from "./client";

let status: LiveStatus = "connecting";

/** Takes how the page's own connection stands. */
export function noteStatus(now: LiveStatus): void {
  status = now;
}

/** Whether another page could not be read now, as far as this one knows. */
export function isOffline(): boolean {
  return typeof navigator !== "undefined" && (!navigator.onLine || status === "offline");
}
