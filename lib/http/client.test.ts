import { afterEach, describe, expect, test, vi } from "vitest";
import { api } from "./client";

afterEach(() => vi.unstubAllGlobals());

const answers = (response: () => Response) => vi.stubGlobal("fetch", async () => response());

/** Headers and the first words of a body, then what became of the connection. */
function brokenOff(error: Error): Response {
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode('{"items":'));
      controller.error(error);
    },
  });
  return new Response(body, { status: 200 });
}

describe("an answer", () => {
  test("that breaks off after its headers is no answer", async () => {
    answers(() => brokenOff(new TypeError("terminated")));
    await expect(api.get("/api/me")).rejects.toMatchObject({ code: "offline", status: 0 });
  });

  test("that nobody waits for any more is not told as a failure of the server", async () => {
    const controller = new AbortController();
    answers(() => brokenOff(new DOMException("aborted", "AbortError")));
    controller.abort();
    const asked = api.get("/api/me", { signal: controller.signal });
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
  });

  test.each([
    [new Response(null, { status: 204 }), null],
    [new Response("", { status: 200 }), null],
    [Response.json({ a: 1 }), { a: 1 }],
  ])("without or with a body is itself", async (response, expected) => {
    answers(() => response);
    expect(await api.delete("/api/me")).toEqual(expected);
  });

  test("that refuses without a readable reason still has a status", async () => {
    answers(() => new Response("<html>", { status: 502 }));
    await expect(api.get("/api/me")).rejects.toMatchObject({ status: 502, code: "internal" });
  });
});
