import { z } from "zod";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** One thing the API can do: what the route enforces and what the API's description says, in one place. */
export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  method: Method;
  /** As Next has it: `/api/dossiers/[dossierId]`. Path parameters are fields of `input`. */
  path: string;
  summary: string;
  /** Query, body and path parameters together; parameters in the path win. */
  input: I;
  output: O;
  status: number;
  /** Whether anyone may call it without signing in. */
  isPublic: boolean;
  /** Whether a multipart form with a file may stand in for JSON. */
  takesFile: boolean;
  /** The field that a file's name fills when the form does not. */
  fileNameField?: string;
  /** Whether a change may be named by an `Idempotency-Key`, so that sending it again does it no second time. */
  isRepeatable: boolean;
  /** The largest body, in bytes. */
  maxBytes: number;
  /** Media types of an answer that is not JSON. */
  mediaTypes?: readonly string[];
};

type Options = Partial<
  Pick<
    Operation,
    "status" | "isPublic" | "isRepeatable" | "takesFile" | "fileNameField" | "maxBytes" | "mediaTypes"
  >
>;

/** `call` is the method and the path, as in `GET /api/dossiers`. */
export function operation<I extends z.ZodType, O extends z.ZodType>(
  call: `${Method} /api/${string}`,
  summary: string,
  input: I,
  output: O,
  options: Options = {},
): Operation<I, O> {
  const [method, path] = call.split(" ") as [Method, string];
  const defaults = {
    status: 200,
    isPublic: false,
    takesFile: false,
    isRepeatable: false,
    maxBytes: 1_000_000,
  };
  return { method, path, summary, input, output, ...defaults, ...options };
}

/** For operations that make something. */
export const created = { status: 201 } as const;

/** For changes that a browser keeps until they are sent, and may send twice. */
export const repeatable = { isRepeatable: true } as const;

/** A list's answer: `next` goes into `after` for the rest; null at the end. */
export function pageOf<T extends z.ZodType>(items: T) {
  return z.object({ items: z.array(items), next: z.string().nullable() });
}

export const nothing = z.strictObject({});
