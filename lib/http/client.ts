/** A refusal or failure of the API. `offline`: no answer came at all. `status` is 0 then. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly field?: string,
    /** What is stored now, for `stale` and `duplicate`. */
    readonly current?: unknown,
  ) {
    super(message);
  }
}

type Query = Record<string, string | number | boolean | undefined>;
type Options = {
  query?: Query;
  signal?: AbortSignal;
  headers?: Record<string, string>;
  /** Whether it is sent even when the page goes meanwhile; for small bodies. */
  keepalive?: boolean;
};
export type ApiMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

async function call<T>(method: string, path: string, body: unknown, options: Options): Promise<T> {
  const isForm = body instanceof FormData;
  const init: RequestInit = { method, credentials: "same-origin", cache: "no-store" };
  if (options.signal) init.signal = options.signal;
  if (options.headers) init.headers = options.headers;
  if (options.keepalive) init.keepalive = true;
  if (isForm) init.body = body;
  else if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { ...options.headers, "content-type": "application/json" };
  }
  const response = await send(path + queryString(options.query), init);
  if (!response.ok) throw errorOf(response.status, await response.json().catch(() => null));
  return (await bodyOf(response, options.signal)) as T;
}

/** An answer that breaks off after its headers is no answer: it must never look like one that says nothing. */
async function bodyOf(response: Response, signal: AbortSignal | undefined): Promise<unknown> {
  try {
    const body = await response.text();
    return body === "" ? null : JSON.parse(body);
  } catch (error) {
    if (signal?.aborted) throw error;
    throw offline();
  }
}

const offline = () => new ApiError(0, "offline", "Stet cannot be reached. What you did was not saved.");

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw offline();
  }
}

function queryString(query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined);
  return given.length === 0 ? "" : `?${new URLSearchParams(given.map(([k, v]) => [k, String(v)]))}`;
}

type ErrorBody = { error?: { code?: string; message?: string; field?: string; current?: unknown } };

function errorOf(status: number, answer: unknown): ApiError {
  const { error = {} } = (answer ?? {}) as ErrorBody;
  const message = error.message ?? `The server answered ${status} without saying why.`;
  return new ApiError(status, error.code ?? "internal", message, error.field, error.current);
}

/** The browser's way to the API. Every method throws {@link ApiError}; a FormData body goes as multipart. */
export const api = {
  get: <T>(path: string, options: Options = {}) => call<T>("GET", path, undefined, options),
  post: <T>(path: string, body?: unknown, options: Options = {}) => call<T>("POST", path, body, options),
  put: <T>(path: string, body?: unknown, options: Options = {}) => call<T>("PUT", path, body, options),
  patch: <T>(path: string, body?: unknown, options: Options = {}) => call<T>("PATCH", path, body, options),
  delete: <T>(path: string, options: Options & { body?: unknown } = {}) =>
    call<T>("DELETE", path, options.body, options),
  request: <T>(method: ApiMethod, path: string, options: Options & { body?: unknown } = {}) =>
    call<T>(method, path, options.body, options),
};
