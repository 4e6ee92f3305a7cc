import type { z } from "zod";
import { addressOf } from "@/lib/auth/address";
import type { Context } from "@/lib/auth/caller";
import { callerFromRequest } from "@/lib/auth/identify";
import { type Database, database } from "@/lib/db/client";
import { errorResponse } from "@/lib/http/errorResponse";
import { deedOf, requireSamePerson } from "@/lib/http/keptChange";
import type { Operation } from "@/lib/http/operation";
import { requireOwnOrigin } from "@/lib/http/origin";
import { type PathParams, readInput } from "@/lib/http/readInput";
import { Refusal } from "@/lib/http/refusal";
import type { UploadedFile } from "@/lib/http/upload";

/** What Next calls for a method of a route. */
export type RouteHandler = (request: Request, route: { params: Promise<PathParams> }) => Promise<Response>;

type Present<T> = (output: T, request: Request) => Response;

/**
 * The one way from a request to a command and back: who calls, from where, with what; then the command; then its
 * answer as JSON, or as `present` makes it. Refusals become the errors of the contract (lib/http/refusal.ts).
 */
export function handle<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  command: (context: Context, input: z.output<I>, file?: UploadedFile) => Promise<z.output<O>>,
  present?: Present<z.output<O>>,
): RouteHandler {
  return answering(async (request, params) => {
    const context = { ...(await requireContext(request)), ...deedOf(operation, request) };
    const { input, file } = await readInput(operation, request, params);
    const output = await command(context, input, file);
    return present ? present(output, request) : json(output, operation.status);
  });
}

/** The same for what anyone may call: the work gets the database and the request instead of a caller. */
export function handlePublic<I extends z.ZodType, O extends z.ZodType>(
  operation: Operation<I, O>,
  work: (db: Database, input: z.output<I>, request: Request) => Promise<z.output<O>>,
  present?: Present<z.output<O>>,
): RouteHandler {
  return answering(async (request, params) => {
    requireOwnOrigin(request);
    const { input } = await readInput(operation, request, params);
    const output = await work(database(), input, request);
    return present ? present(output, request) : json(output, operation.status);
  });
}

/** Turns whatever is thrown into its answer. */
export function answering(work: (request: Request, params: PathParams) => Promise<Response>): RouteHandler {
  return async (request, { params }) => {
    try {
      return await work(request, (await params) ?? {}); // none where the path has no parameters
    } catch (error) {
      return errorResponse(error, request);
    }
  };
}

/** @throws Refusal `unauthenticated`, `forbidden` for a change from another site */
export async function requireContext(request: Request): Promise<Context> {
  const caller = await callerFromRequest(request);
  if (!caller) throw new Refusal("unauthenticated", "Sign in first, or send a token that is in force.");
  requireOwnOrigin(request);
  requireSamePerson(request, caller.id);
  return { db: database(), caller, address: addressOf(request.headers) };
}

export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { "cache-control": "no-store" } });
}
