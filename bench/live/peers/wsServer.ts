import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { WebSocketServer } from "ws";
import { answerWith, instant } from "@/bench/live/processes";

/** The least there can be: a WebSocket server that sends the same text to everyone. */
export type Question =
  | { ask: "open" }
  | { ask: "send"; from: number; count: number; every: number; size: number };

let server: WebSocketServer;

answerWith(async (question: Question) => {
  if (question.ask === "open") {
    server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
    await new Promise((resolve) => server.once("listening", resolve));
    return (server.address() as AddressInfo).port;
  }
  const sentAt: { [event: number]: number } = {};
  const padding = "x".repeat(question.size);
  for (let i = 0; i < question.count; i++) {
    const event = question.from + i;
    sentAt[event] = instant();
    const text = JSON.stringify({ event, padding });
    for (const client of server.clients) client.send(text);
    await pause(question.every);
  }
  return sentAt;
});
