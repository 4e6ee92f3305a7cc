import { database } from "@/lib/db/client";
import { listenToJournal } from "@/lib/journal/listen";
import { entriesAfter } from "@/lib/journal/tail";
import { createHub, type Hub } from "@/lib/live/hub";

const shared = globalThis as typeof globalThis & { stetHub?: Hub };

/** The process's one hub, listening from the first stream on. Kept on the global object across hot reloads. */
export function processHub(): Hub {
  shared.stetHub ??= openHub(process.env.DATABASE_URL ?? "");
  return shared.stetHub;
}

function openHub(url: string): Hub {
  const hub = createHub((dossierId, after, limit) => entriesAfter(database(), dossierId, after, limit));
  listenToJournal(url, { onEntry: hub.notify, onConnected: hub.reread });
  return hub;
}
