import { openDatabase } from "@/lib/db/client";
import { APP_ROLE } from "@/lib/db/roles";
import { startWorker } from "./worker";

/** A process of its own that takes a job and never ends it; it says so on stdout. */
const url = process.env.STUCK_DATABASE ?? "";
const stuck = async () => {
  process.stdout.write("took it");
  await new Promise(() => {});
};
await startWorker({
  url,
  role: APP_ROLE,
  db: openDatabase(url, APP_ROLE),
  handlers: { "webhook.deliver": stuck },
});
