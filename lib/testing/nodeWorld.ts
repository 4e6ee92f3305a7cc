import { Agent, get as httpGet, type IncomingMessage, request } from "node:http";
import { ApiError } from "@/lib/http/client";
import type { World } from "@/lib/live/client";

type Listener = (event: Event) => void;

/** Waits are short here: a server that was killed is back as soon as it can be. */
const longestWait = 400;

/** What a browser gives `followDossier`, for Node: real requests and streams to `origin` with a bearer token. */
export function nodeWorld(origin: string | (() => string), authorization: string): World {
  const at = (url: string) => (typeof origin === "string" ? origin : origin()) + url;
  return {
    open: (url) => openSource(at(url), authorization),
    async readPage(url) {
      const answer = await readJson(at(url), authorization);
      if (answer.status !== 200)
        throw new ApiError(answer.status, "failed", `The page answered ${answer.status}`);
      return answer.body as Awaited<ReturnType<World["readPage"]>>;
    },
    later(milliseconds, work) {
      const timer = setTimeout(work, Math.min(milliseconds, longestWait));
      return () => clearTimeout(timer);
    },
  };
}

/** Connections for plain calls: kept, and as many as are needed. */
export const callAgent = new Agent({ keepAlive: true, maxSockets: 200 });

type Answer = { status: number; body: unknown };

/** Calls the API; status 0 when no whole answer came. */
export function callJson(
  method: string,
  url: string,
  authorization: string,
  body?: unknown,
): Promise<Answer> {
  const sent = body === undefined ? "" : JSON.stringify(body);
  const headers = {
    authorization,
    ...(sent === "" ? {} : { "content-type": "application/json", "content-length": Buffer.byteLength(sent) }),
  };
  return new Promise((resolve) => {
    const call = request(url, { method, headers, agent: callAgent, timeout: 30_000 }, (response) => {
      void whole(response).then(resolve);
    });
    call.on("error", () => resolve({ status: 0, body: null }));
    call.on("timeout", () => call.destroy());
    call.end(sent);
  });
}

async function readJson(url: string, authorization: string): Promise<Answer> {
  const answer = await callJson("GET", url, authorization);
  if (answer.status === 0) throw new ApiError(0, "offline", "No answer");
  return answer;
}

function whole(response: IncomingMessage): Promise<Answer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    response.on("data", (chunk: Buffer) => chunks.push(chunk));
    response.on("error", () => resolve({ status: 0, body: null }));
    response.on("close", () => {
      if (!response.complete) return resolve({ status: 0, body: null });
      const text = Buffer.concat(chunks).toString("utf8");
      resolve({ status: response.statusCode ?? 0, body: text.startsWith("{") ? JSON.parse(text) : text });
    });
  });
}

/** An EventSource in small: connects once; its user connects again. */
function openSource(url: string, authorization: string): ReturnType<World["open"]> {
  const listeners = new Map<string, Listener>();
  const say = (type: string, data?: string) => listeners.get(type)?.(new MessageEvent(type, { data }));
  let isOver = false;
  const fail = () => {
    if (isOver) return;
    isOver = true;
    say("error");
  };
  const headers = { accept: "text/event-stream", authorization };
  const call = httpGet(url, { headers, agent: false }, (response) => {
    if (response.statusCode !== 200) {
      response.resume();
      return fail();
    }
    say("open");
    let rest = "";
    response.setEncoding("utf8");
    response.on("data", (chunk: string) => {
      rest += chunk;
      for (let end = rest.indexOf("\n\n"); end >= 0 && !isOver; end = rest.indexOf("\n\n")) {
        const block = rest.slice(0, end);
        rest = rest.slice(end + 2);
        const type = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (type && data !== undefined) say(type, data);
      }
    });
    response.on("error", fail);
    response.on("close", fail);
  });
  call.on("error", fail);
  return {
    addEventListener: (type: string, listener: unknown) => void listeners.set(type, listener as Listener),
    close() {
      isOver = true;
      call.destroy();
    },
  };
}
