import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { answerWith } from "@/bench/live/processes";
import { openRecord } from "@/bench/live/record";
import { apply, type DossierState } from "@/lib/journal/apply";
import { followDossier } from "@/lib/live/client";
import { callJson, nodeWorld } from "@/lib/testing/nodeWorld";

/** The clients' process: opens many of one kind, and says when each had what. */
export type Question =
  | { ask: "stet"; count: number; origin: string; dossierId: string; header: string }
  | { ask: "ws"; count: number; url: string }
  | { ask: "hocuspocus"; count: number; url: string }
  | { ask: "complete"; from: number; to: number }
  | { ask: "summary"; sentAt: { [event: number]: number } }
  | { ask: "close" };

/** Few, since each reads a whole state to begin with. */
const AT_ONCE = 8;
let record = openRecord();
let stops: (() => void)[] = [];
let clients = 0;

/** Opens `count` clients, some at a time; resolves when all are there. */
async function open(count: number, one: () => Promise<() => void>): Promise<void> {
  record = openRecord();
  clients = count;
  for (let opened = 0; opened < count; opened += AT_ONCE) {
    const more = Array.from({ length: Math.min(AT_ONCE, count - opened) }, one);
    stops.push(...(await Promise.all(more)));
  }
}

/** As a browser: the state, then the stream, and each entry through the product's own reducer. */
async function openStet(question: Extract<Question, { ask: "stet" }>): Promise<() => void> {
  const { origin, dossierId, header } = question;
  const { status, body } = await callJson("GET", `${origin}/api/dossiers/${dossierId}/state`, header);
  if (status !== 200) throw new Error(`The state answered ${status}`);
  let state = body as DossierState;
  return new Promise((resolve) => {
    const stop = followDossier(
      dossierId,
      {
        after: state.seq,
        onEntry(entry) {
          const next = apply(state, entry);
          if (next.outcome !== "applied") throw new Error(`Entry ${entry.seq} did not follow ${state.seq}`);
          state = next.state;
          record.took(entry.seq);
        },
        onStatus: (status) => status === "live" && resolve(() => stop()),
      },
      nodeWorld(origin, header),
    );
  });
}

function openWs(url: string): Promise<() => void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.on("message", (data) => record.took((JSON.parse(String(data)) as { event: number }).event));
    socket.on("open", () => resolve(() => socket.terminate()));
    socket.on("error", reject);
  });
}

function openHocuspocus(url: string): Promise<() => void> {
  return new Promise((resolve) => {
    const document = new Y.Doc();
    const websocketProvider = new HocuspocusProviderWebsocket({ url, WebSocketPolyfill: WebSocket });
    const provider = new HocuspocusProvider({
      websocketProvider,
      name: "bench",
      document,
      onSynced: () => resolve(() => websocketProvider.destroy()),
    });
    document.getMap<{ event: number }>("map").observe(({ keysChanged, target }) => {
      for (const key of keysChanged) record.took((target.get(key) as { event: number }).event);
    });
    provider.attach();
  });
}

answerWith(async (question: Question) => {
  switch (question.ask) {
    case "stet":
      return open(question.count, () => openStet(question));
    case "ws":
      return open(question.count, () => openWs(question.url));
    case "hocuspocus":
      return open(question.count, () => openHocuspocus(question.url));
    case "complete":
      return record.complete(question.from, question.to, clients);
    case "summary":
      return record.summary(question.sentAt);
    case "close":
      for (const stop of stops) stop();
      stops = [];
  }
});
