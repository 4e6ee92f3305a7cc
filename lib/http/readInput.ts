import type { z } from "zod";
import { issueSentence } from "@/lib/http/issueSentence";
import type { Operation } from "@/lib/http/operation";
import { readBody } from "@/lib/http/readBody";
import { notFound, Refusal } from "@/lib/http/refusal";
import type { UploadedFile } from "@/lib/http/upload";
import { MAX_TEXT_LENGTH } from "@/lib/text/document";

/** Path parameters as Next gives them. */
export type PathParams = Record<string, string | string[] | undefined>;

/**
 * What a request asks an operation to do: query, body and path parameters in one object, checked; and the file that came with it.
 * @throws Refusal `invalid` with the first wrong field, `not_found` for a malformed id in the path, and what
 * reading the body throws
 */
export async function readInput<I extends z.ZodType>(
  operation: Operation<I>,
  request: Request,
  params: PathParams,
): Promise<{ input: z.output<I>; file?: UploadedFile }> {
  const { fields, file } = await readBody(request, operation);
  const given = { ...readQuery(request), ...fields, ...params };
  const parsed = operation.input.safeParse(given, { error: issueSentence });
  if (parsed.success) return { input: parsed.data, file };
  throw refusalFor(parsed.error.issues, params);
}

/** A name given more than once becomes a list, which no field takes: nobody guesses which one was meant. */
function readQuery(request: Request): Record<string, string | string[]> {
  const { searchParams } = new URL(request.url);
  const names = [...new Set(searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = searchParams.getAll(name);
      if (values.some((value) => value.includes("\0"))) {
        throw new Refusal("invalid", "This contains a NUL character.", { field: name });
      }
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

function refusalFor(issues: readonly z.core.$ZodIssue[], params: PathParams): Refusal {
  const inPath = issues.find(
    ({ path: [first] }) => typeof first === "string" && Object.hasOwn(params, first),
  );
  // An id that cannot exist is answered like one that does not.
  if (inPath) return notFound();
  const issue = issues.find(isTooLong) ?? issues[0];
  if (!issue) return new Refusal("invalid", "This cannot be read.");
  const unknown = issue.code === "unrecognized_keys" ? issue.keys.slice(0, 1) : [];
  const field = [...issue.path, ...unknown].join(".");
  const details = field === "" ? {} : { field };
  return new Refusal(isTooLong(issue) ? "too_large" : "invalid", issue.message, details);
}

/** A text longer than any article is too large (413), not merely wrong. */
function isTooLong(issue: z.core.$ZodIssue): boolean {
  return issue.code === "too_big" && issue.origin === "string" && issue.maximum === MAX_TEXT_LENGTH;
}
