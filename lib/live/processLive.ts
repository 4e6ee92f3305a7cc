import { ACCESS_CHANNEL, readAccessNotice } from "@/lib/auth/accessNotice";
import { database } from "@/lib/db/client";
import { listenTo } from "@/lib/journal/listen";
import { entriesAfter, JOURNAL_CHANNEL } from "@/lib/journal/tail";
import { PRESENCE_CHANNEL, readPresenceNotice } from "@/lib/presence/notice";
import { type AccessWatch, createAccessWatch } from "./accessWatch";
import { type HotEntry, hotEntry } from "./hotEntry";
import { createHub, type Hub } from "./hub";
import { createPresenceBoard, type PresenceBoard } from "./presenceBoard";

/** What every stream of this process shares. */
export type ProcessLive = { hub: Hub<HotEntry>; access: AccessWatch; presence: PresenceBoard };

const shared = globalThis as typeof globalThis & { stetLive?: ProcessLive };

/** The process's one hub, listening from the first stream on. Kept on the global object across hot reloads. */
export function processLive(): ProcessLive {
  shared.stetLive ??= open(process.env.DATABASE_URL ?? "");
  return shared.stetLive;
}

function open(url: string): ProcessLive {
  const hub = createHub(
    async (dossierId, after, limit) =>
      (await entriesAfter(database(), dossierId, after, limit)).map(hotEntry),
    { sizeOf: ({ bytes }: HotEntry) => bytes.length },
  );
  const access = createAccessWatch();
  const presence = createPresenceBoard();
  listenTo(url, {
    channels: {
      [JOURNAL_CHANNEL](payload) {
        const [dossierId = "", seq = ""] = payload.split(":");
        hub.notify(dossierId, Number(seq));
      },
      [ACCESS_CHANNEL]: (payload) => access.notify(readAccessNotice(payload)),
      [PRESENCE_CHANNEL]: (payload) => presence.take(readPresenceNotice(payload)),
    },
    onConnected() {
      hub.reread();
      access.recheck();
    },
  });
  return { hub, access, presence };
}
