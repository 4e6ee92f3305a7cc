import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import type { Annotation } from "@/lib/annotations/schema";
import { ApiError } from "@/lib/http/client";
import { apply, type DossierState } from "@/lib/journal/apply";
import type { Entry } from "@/lib/journal/entries";
import { patching, putting, removing } from "./pending";
import { createDossierStore } from "./store";

const empty = {
  seq: 0,
  ...{ dossier: { id: "d" }, members: {}, articles: {}, annotations: {}, evidence: {}, cleared: {} },
  ...{ links: {}, comments: {}, reports: {}, rounds: {} },
} as unknown as DossierState;

function annotation(id: string, version: number, note: string, deleted = false): Annotation {
  return { id, version, note, deletedAt: deleted ? "2026-01-01T00:00:00.000Z" : null } as Annotation;
}

function entryOf(seq: number, thing: Annotation): Entry {
  const type = thing.deletedAt
    ? "annotation.deleted"
    : thing.version === 1
      ? "annotation.created"
      : "annotation.changed";
  const subject = { type: "annotation", id: thing.id };
  return { seq, type, subject, payload: { annotation: thing } } as unknown as Entry;
}

/** A server in miniature: versions, refusals, a journal. */
function server() {
  const things = new Map<string, Annotation>();
  const journal: Entry[] = [];
  const write = (id: string, seen: number, note: string, deleted: boolean): Annotation => {
    const now = things.get(id);
    if ((now?.version ?? 0) !== seen || now?.deletedAt)
      throw new ApiError(409, "stale", "Changed.", undefined, now);
    const next = annotation(id, seen + 1, note, deleted);
    things.set(id, next);
    journal.push(entryOf(journal.length + 1, next));
    return next;
  };
  return { journal, write };
}

/** Lets everything that has been promised happen. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 0));

const step = fc.record({
  who: fc.constantFrom("me", "another"),
  what: fc.constantFrom("create", "change", "delete"),
  id: fc.constantFrom("a", "b"),
  answer: fc.constantFrom("before", "after", "unreachable"),
});

describe("a dossier's store", () => {
  test("ends in the server's state, whatever arrives twice, late, before its time or not at all", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        async (steps, chaos) => {
          const { journal, write } = server();
          const store = createDossierStore(empty);
          let note = 0;
          const deliverSome = () => {
            const luck = chaos.next().value ?? 0;
            const entry = journal[luck % Math.max(1, journal.length)];
            if (entry) store.receive(entry);
          };
          for (const { who, what, id, answer } of steps) {
            note += 1;
            const shown = store.getView().state.annotations[id];
            const seen = what === "create" ? 0 : (shown?.version ?? 0);
            const words = `note ${note}`;
            if (who === "another") {
              const current = journal.map(
                (entry) => (entry.payload as { annotation: Annotation }).annotation,
              );
              const version = current.filter((one) => one.id === id).at(-1)?.version ?? 0;
              try {
                write(id, what === "create" ? 0 : version, words, what === "delete");
              } catch (error) {
                expect(error).toBeInstanceOf(ApiError);
              }
            } else if (what === "create" || shown) {
              const overlay =
                what === "create"
                  ? putting("annotation", annotation(id, 1, words))
                  : what === "change"
                    ? patching("annotation", id, seen, { note: words })
                    : removing("annotation", id, seen);
              let tries = 0;
              void store.attempt({
                overlay,
                async send(previous) {
                  tries += 1;
                  if (answer === "unreachable" && tries === 1) throw new TypeError("fetch failed");
                  if (answer === "after") await quiet();
                  const version = previous ? (previous as Annotation).version : seen;
                  return write(id, what === "create" ? 0 : version, words, what === "delete");
                },
              });
            }
            deliverSome();
            if ((chaos.next().value ?? 0) % 2) await quiet();
            deliverSome();
          }
          for (let round = 0; round < 2 * steps.length + 2; round++) {
            await quiet();
            store.retry();
          }
          for (const entry of journal.toReversed()) store.receive(entry);
          for (const entry of journal) store.receive(entry);
          await quiet();
          const expected = journal.reduce((state, entry) => apply(state, entry).state, empty);
          expect(store.getView().state).toEqual(expected);
          expect(store.getView().server).toEqual(expected);
          expect(store.getView().phases).toEqual({});
        },
      ),
      { numRuns: 150 },
    );
  });

  test("shows a change at once and takes a refused one back, saying why", async () => {
    const store = createDossierStore(empty);
    const send = () => Promise.reject(new ApiError(403, "forbidden", "Not yours."));
    const settled = store.attempt({ overlay: putting("annotation", annotation("a", 1, "")), send });
    expect(store.getView().state.annotations).toHaveProperty("a");
    expect(store.getView().phases).toEqual({ "annotation:a": "saving" });
    await expect(settled).resolves.toMatchObject({ saved: false, refusal: { message: "Not yours." } });
    expect(store.getView().state.annotations).toEqual({});
  });

  test("keeps what could not be sent, and sends it when the connection is back", async () => {
    const store = createDossierStore(empty);
    const made = annotation("a", 1, "kept");
    const send = vi.fn().mockRejectedValueOnce(new TypeError("fetch failed")).mockResolvedValueOnce(made);
    const settled = store.attempt({ overlay: putting("annotation", made), send });
    await quiet();
    expect(store.getView().phases).toEqual({ "annotation:a": "unsaved" });
    store.setStatus("live");
    await expect(settled).resolves.toEqual({ saved: true, answer: made });
    expect(store.getView().state.annotations.a).toEqual(made);
  });

  test("a change made on top of a refused one falls with it", async () => {
    const store = createDossierStore({ ...empty, annotations: { a: annotation("a", 1, "old") } });
    const first = vi.fn().mockRejectedValue(new ApiError(409, "stale", "Changed."));
    const second = vi.fn();
    void store.attempt({ overlay: patching("annotation", "a", 1, { note: "one" }), send: first });
    const settled = store.attempt({ overlay: patching("annotation", "a", 2, { note: "two" }), send: second });
    expect(store.getView().state.annotations.a?.note).toBe("two");
    await expect(settled).resolves.toMatchObject({ saved: false });
    expect(second).not.toHaveBeenCalled();
    expect(store.getView().state.annotations.a?.note).toBe("old");
  });

  test("asks for what is missing when an entry leaves a gap", () => {
    const onGap = vi.fn();
    const store = createDossierStore(empty, { onGap });
    store.receive(entryOf(2, annotation("b", 1, "")));
    expect(onGap).toHaveBeenCalledExactlyOnceWith(0);
    store.receive(entryOf(1, annotation("a", 1, "")));
    expect(store.getView().server.seq).toBe(2);
  });
});
