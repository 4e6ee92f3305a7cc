import { encode } from "next-auth/jwt";
import { createToken } from "@/lib/auth/tokens";
import { database } from "@/lib/db/client";
import { APP_ROLE } from "@/lib/db/roles";
import { openDesk, type TestDesk } from "./desk";

type Route = { params: Promise<Record<string, string>> };
type Handler = (request: Request, route: Route) => Promise<Response>;

export type Call = {
  method?: string;
  params?: Record<string, string>;
  query?: string;
  /** Sent as JSON, unless it is a string, bytes or a form. */
  body?: unknown;
  headers?: Record<string, string>;
};

/** A desk whose routes can be called as Next would: the process's own database is the desk's. */
export type ApiDesk = TestDesk & {
  /** Calls a route as the one whom `credential` stands for; resolves to its status, headers and JSON. */
  call(handler: Handler, credential: string | null, call?: Call): Promise<Answer>;
  /** Authorization header of a new token. */
  token(userId: string, scopes?: readonly ("read" | "write" | "sign")[]): Promise<string>;
  /** Cookie header of a session. */
  session(userId: string, sessionVersion?: number, sessionId?: string): Promise<string>;
};

// biome-ignore lint/suspicious/noExplicitAny: what a route answers is what the test is about
export type Answer = { status: number; headers: Headers; json: any };

const origin = "http://stet.test";

export async function openApiDesk(): Promise<ApiDesk> {
  const desk = await openDesk();
  process.env.DATABASE_URL = desk.url;
  process.env.STET_DATABASE_ROLE = APP_ROLE;
  process.env.NEXTAUTH_SECRET = "a secret for tests";
  const close = async () => {
    await database().$disconnect();
    await desk.close();
  };
  return { ...desk, call, token, session, close };
}

async function token(userId: string, scopes = ["read", "write", "sign"] as const): Promise<string> {
  const { secret } = await createToken(database(), { userId, name: "test", scopes, days: 1 });
  return `Bearer ${secret}`;
}

async function session(userId: string, sessionVersion = 1, sessionId?: string): Promise<string> {
  const jwt = await encode({
    token: { sub: userId, sessionVersion, sessionId },
    secret: "a secret for tests",
  });
  return `next-auth.session-token=${jwt}`;
}

async function call(handler: Handler, credential: string | null, options: Call = {}): Promise<Answer> {
  const { params = {}, query = "", body } = options;
  const method = options.method ?? (body === undefined ? "GET" : "POST");
  const headers = new Headers({ host: "stet.test" });
  if (credential?.startsWith("Bearer")) headers.set("authorization", credential);
  else if (credential) {
    headers.set("cookie", credential);
    headers.set("origin", origin);
  }
  const isRaw = typeof body === "string" || body instanceof Uint8Array || body instanceof FormData;
  if (body !== undefined && !(body instanceof FormData)) headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(options.headers ?? {})) {
    if (value === "") headers.delete(name);
    else headers.set(name, value);
  }
  const init: RequestInit = { method, headers };
  if (body !== undefined) init.body = isRaw ? (body as BodyInit) : JSON.stringify(body);
  const response = await handler(new Request(`${origin}/api${query}`, init), {
    params: Promise.resolve(params),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    json: text.startsWith("{") ? JSON.parse(text) : text,
  };
}
