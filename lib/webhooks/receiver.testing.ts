import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export type Received = {
  headers: IncomingHttpHeaders;
  body: string;
  id: string;
  type: string;
  seq: number | undefined;
};

/** A real HTTP server on this machine that writes down what it was sent, and answers as it is told to. */
export type Receiver = {
  url: string;
  received: Received[];
  /** The status (and location) of the next answers; "cut" ends the connection without one. */
  answer: (count: number) => number | "cut" | { status: number; headers: Record<string, string> };
  body: string;
  close(): Promise<void>;
};

export async function openReceiver(): Promise<Receiver> {
  const receiver: Receiver = {
    url: "",
    received: [],
    answer: () => 200,
    body: "ok",
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server: Server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    const { headers } = request;
    const { type, data } = JSON.parse(body) as { type: string; data: { seq?: number } };
    receiver.received.push({ headers, body, id: String(headers["webhook-id"]), type, seq: data.seq });
    const answer = receiver.answer(receiver.received.length);
    if (answer === "cut") return request.socket.destroy();
    const { status, headers: more } = typeof answer === "number" ? { status: answer, headers: {} } : answer;
    response.writeHead(status, more).end(receiver.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return receiver;
}
