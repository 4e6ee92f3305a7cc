import { toast } from "sonner";
import { isOffline } from "@/lib/live/connection";

/** Says that a page cannot be opened without a connection, and that nothing here is lost by it. */
export function sayUnavailable(what: string, go: () => void): void {
  toast.error(`${what ? `“${what}”` : "That page"} is not available offline`, {
    id: "unavailable",
    description: "It is not kept in this browser. You stay here, and everything you did is kept.",
    action: { label: "Try anyway", onClick: go },
  });
}

/** Opens a page; without a connection says that it cannot be, and stays: the browser would leave for an empty one. */
export function visiting(push: (path: string) => void): (path: string) => void {
  return (path) => {
    if (isOffline() && !isHere(path)) sayUnavailable("", () => push(path));
    else push(path);
  };
}

/** Whether an address is a place in the page that is shown. */
export function isHere(path: string): boolean {
  const { pathname, search } = new URL(path, window.location.href);
  return pathname === window.location.pathname && search === window.location.search;
}
