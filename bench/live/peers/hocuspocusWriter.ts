import { setTimeout as pause } from "node:timers/promises";
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { answerWith, instant } from "@/bench/live/processes";

/** One who changes a Yjs map that everyone has open. */
export type Question =
  | { ask: "open"; url: string }
  | { ask: "send"; from: number; count: number; every: number; size: number };

const document = new Y.Doc();

answerWith(async (question: Question) => {
  if (question.ask === "open") {
    const websocketProvider = new HocuspocusProviderWebsocket({
      url: question.url,
      WebSocketPolyfill: WebSocket,
    });
    return new Promise<void>((resolve) => {
      const provider = new HocuspocusProvider({
        websocketProvider,
        name: "bench",
        document,
        onSynced: () => resolve(),
      });
      provider.attach();
    });
  }
  const sentAt: { [event: number]: number } = {};
  const padding = "x".repeat(question.size);
  for (let i = 0; i < question.count; i++) {
    const event = question.from + i;
    sentAt[event] = instant();
    document.getMap("map").set(`key ${event}`, { event, padding });
    await pause(question.every);
  }
  return sentAt;
});
