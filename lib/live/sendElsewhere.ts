import { dossiersWaiting, outboxDisk } from "./outboxDisk";
import { createPost, unheard } from "./post";
import { sendChange } from "./sendChange";
import { groupName } from "./shareDossier";

/**
 * Sends what earlier pages left in dossiers that no page of this browser shows. Each is left alone where a page that
 * shows it sends for itself. Does nothing without locks: the next page that shows the dossier sends then.
 */
export async function sendElsewhere(userId: string): Promise<void> {
  if (typeof navigator === "undefined" || !("locks" in navigator)) return;
  for (const { dossierId, waiting } of await dossiersWaiting(userId)) {
    if (waiting === 0) continue;
    await navigator.locks.request(groupName(userId, dossierId), { ifAvailable: true }, async (lock) => {
      if (!lock) return;
      const disk = outboxDisk(userId, dossierId);
      const later = () => () => {};
      const post = createPost({ disk, tell() {}, send: sendChange, later }, unheard);
      await post.lead();
      await post.drained();
    });
  }
}
