import pg from "pg";
import { log } from "@/lib/http/log";

type Listener = {
  /** What to do with a channel's notifications, by its name. */
  channels: Readonly<Record<string, (payload: string) => void>>;
  /** Listening (again): what was notified before may have been missed. */
  onConnected(): void;
};

const firstDelay = 200;
const longestDelay = 10_000;
/** How often the connection is tried: a cut one may not say so. */
const trialInterval = 20_000;

/** Listens to Postgres's notifications on one connection, and connects again, later and later, when it breaks. */
export function listenTo(url: string, { channels, onConnected }: Listener): { close(): Promise<void> } {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let delay = firstDelay;

  async function connect(): Promise<void> {
    const mine = new pg.Client({
      connectionString: url,
      application_name: "stet live",
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
    });
    client = mine;
    const isOver = once(() => {
      clearTimeout(timer);
      mine.end().catch(() => {});
      if (!closed) reconnect();
    });
    mine.on("error", isOver);
    mine.on("end", isOver);
    mine.on("notification", ({ channel, payload = "" }) => channels[channel]?.(payload));
    try {
      await mine.connect();
      await mine.query(
        Object.keys(channels)
          .map((name) => `LISTEN ${pg.escapeIdentifier(name)}`)
          .join("; "),
      );
      delay = firstDelay;
      onConnected();
      tryLater(mine, isOver);
    } catch (error) {
      log.warn({ err: error }, "cannot listen to the database; trying again");
      isOver();
    }
  }

  function tryLater(mine: pg.Client, isOver: () => void): void {
    timer = setTimeout(() => {
      mine.query("SELECT 1").then(() => tryLater(mine, isOver), isOver);
    }, trialInterval);
    timer.unref();
  }

  function reconnect(): void {
    timer = setTimeout(() => void connect(), delay * (0.5 + Math.random() / 2));
    timer.unref();
    delay = Math.min(delay * 2, longestDelay);
  }

  void connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end().catch(() => {});
    },
  };
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}
