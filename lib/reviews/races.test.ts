import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { changeAnnotation } from "@/lib/annotations/commands";
import type { Annotation } from "@/lib/annotations/schema";
import type { Context } from "@/lib/auth/caller";
import { addEvidence } from "@/lib/evidence/commands";
import { Refusal } from "@/lib/http/refusal";
import type { Entry } from "@/lib/journal/entries";
import { entriesAfter } from "@/lib/journal/tail";
import { createReport } from "@/lib/reports/commands";
import { openDesk, type TestDesk } from "@/lib/testing/desk";
import { submitRound } from "./commands";
import { decide, returnRound } from "./decisionCommands";
import { frozenSnapshot } from "./queries";
import { signRound } from "./signCommand";
import { takeBack } from "./undoCommands";

/** As many rounds of simultaneous requests as this; a long run says more: STET_RACES=500. */
const RACES = Number(process.env.STET_RACES ?? 30);

let desk: TestDesk;
let reportId: string;
const annotations: Annotation[] = [];
beforeAll(async () => {
  process.env.STET_DATA_DIR = await mkdtemp(join(tmpdir(), "stet-keys-"));
  desk = await openDesk();
  annotations.push(
    await desk.tag("490 people were freed", "figure"),
    await desk.tag("Nobody else confirmed it", "claim", desk.editor2),
    await desk.tag("All were told to wait", "claim", desk.reviewer2),
  );
  reportId = (await createReport(desk.editor, { dossierId: desk.dossierId, title: "A report" })).id;
});
afterAll(() => desk.close());

const people = ["editor", "editor2", "reviewer", "reviewer2", "owner"] as const;
const who = fc.constantFrom(...people);
const at = fc.nat({ max: 2 });
/** What one of them asks for. Signing and deciding are likelier, so that rounds come to an end. */
const request = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("decide" as const),
      who,
      decision: fc.constantFrom("accepted" as const, "returned" as const),
      items: fc.uniqueArray(at, { minLength: 1 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("acceptAll" as const), who }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant("sign" as const), who }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("edit" as const), who, at }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("evidence" as const), who, at }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("takeBack" as const), who, at }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("return" as const), who }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("submit" as const), who }) },
);
type Request = typeof request extends fc.Arbitrary<infer R> ? R : never;

let made = 0;
/** A bearer token signs without a password: a hundred hashes of one are no part of this. */
const asking = (name: (typeof people)[number]): Context => {
  const { db, caller } = desk[name];
  return { db, caller: { ...caller, inPerson: false } };
};

async function ask(asked: Request, roundId: string, contentHash: string): Promise<unknown> {
  const context = asking(asked.who);
  const item = (index: number) => ({ type: "annotation" as const, id: annotations[index]?.id ?? "" });
  switch (asked.does) {
    case "decide": {
      const { decision } = asked;
      return decide(context, {
        ...{ roundId, contentHash },
        items: asked.items.map((index) => ({
          ...item(index),
          decision,
          reason: decision === "returned" ? "Why?" : "",
        })),
      });
    }
    case "acceptAll":
      return decide(context, {
        roundId,
        items: [0, 1, 2].map((i) => ({ ...item(i), decision: "accepted" })),
      });
    case "sign":
      return signRound(context, { roundId, contentHash, statement: "Checked." });
    case "edit": {
      const { id } = item(asked.at);
      const { version } = await desk.db.annotation.findUniqueOrThrow({
        where: { id },
        select: { version: true },
      });
      return changeAnnotation(context, { annotationId: id, version, note: `Change ${++made}` });
    }
    case "evidence":
      return addEvidence(context, {
        annotationId: item(asked.at).id,
        stance: "for",
        title: `Source ${++made}`,
      });
    case "takeBack":
      return takeBack(context, { roundId, items: [item(asked.at)] });
    case "return":
      return returnRound(context, { roundId, reason: "Once more." });
    case "submit":
      return submitRound(context, { reportId });
  }
}

async function openRound() {
  const open = await desk.db.round.findFirst({ where: { reportId, status: "in_review" } });
  return open ?? submitRound(desk.editor, { reportId });
}

/** Reads the journal from its beginning and says where it tells of something that must never be. */
async function misdeeds(): Promise<string[]> {
  const found: string[] = [];
  const entries = await entriesAfter(desk.db, desk.dossierId, 0, 100_000);
  /** What every annotation and source is at the entry in hand, as `id:version`. */
  const now = new Map<string, number>();
  const makers = new Map<string, Set<string>>();
  const contributors = new Set<string>();
  const changedBy = (entry: Entry, annotationId: string) => {
    makers.set(annotationId, (makers.get(annotationId) ?? new Set()).add(entry.actorId));
    contributors.add(entry.actorId);
  };
  for (const entry of entries) {
    if ("annotation" in entry.payload) {
      now.set(entry.payload.annotation.id, entry.payload.annotation.version);
      changedBy(entry, entry.payload.annotation.id);
    }
    if ("evidence" in entry.payload) {
      now.set(entry.payload.evidence.id, entry.payload.evidence.version);
      changedBy(entry, entry.payload.evidence.annotationId);
    }
    if (entry.type === "round.decided") {
      const { roundId, items } = entry.payload;
      const frozen = await desk.db.roundItem.findMany({ where: { roundId } });
      const { evidence } = await frozenSnapshot(desk.db, roundId);
      for (const { id } of items) {
        const row = frozen.find(({ itemId }) => itemId === id);
        if (row?.makers.includes(entry.actorId)) found.push(`${entry.seq}: decided on own make`);
        if (now.get(id) !== row?.itemVersion) found.push(`${entry.seq}: decided over a changed item`);
        for (const source of entries) {
          const isLate =
            source.type === "evidence.added" &&
            source.seq < entry.seq &&
            source.payload.evidence.annotationId === id &&
            !evidence.some((one) => one.id === source.payload.evidence.id);
          if (isLate) found.push(`${entry.seq}: decided over evidence that was not frozen`);
        }
      }
    }
    if (entry.type === "round.signed") {
      const { round, signOff } = entry.payload;
      const snapshot = await frozenSnapshot(desk.db, round.id);
      if (signOff.signed.contentHash !== round.contentHash) found.push(`${entry.seq}: signed another hash`);
      if (contributors.has(entry.actorId)) found.push(`${entry.seq}: signed by a contributor`);
      if (round.items.some(({ decision }) => decision !== "accepted"))
        found.push(`${entry.seq}: not all accepted`);
      const frozen = [...snapshot.annotations, ...snapshot.evidence].map(
        ({ id, version }) => `${id}:${version}`,
      );
      const stands = [...now].map(([id, version]) => `${id}:${version}`);
      if (frozen.sort().join() !== stands.sort().join())
        found.push(`${entry.seq}: signed over what had changed`);
    }
  }
  const rounds = await desk.db.round.findMany({
    where: { reportId },
    include: { items: true, signOffs: true },
  });
  for (const { number, status, items, signOffs } of rounds) {
    if ((status === "signed_off") !== signOffs.length > 0)
      found.push(`round ${number}: ${status}, ${signOffs.length} signatures`);
    for (const { decidedById, makers: by } of items) {
      if (decidedById && by.includes(decidedById)) found.push(`round ${number}: decided on own make`);
    }
  }
  if (rounds.filter(({ status }) => status === "in_review").length > 1) found.push("two rounds in review");
  return found;
}

/** First one at a time: later, with everybody a maker of everything, chance alone may let nobody decide. */
const uncontested: [Request[]][] = [
  [[{ does: "decide", who: "reviewer", decision: "accepted", items: [0] }]],
  [[{ does: "edit", who: "editor", at: 0 }]],
  [[{ does: "acceptAll", who: "editor" }]],
  [[{ does: "sign", who: "editor" }]],
];

test("several people at once: whatever they ask for, and however it falls", {
  timeout: 600_000,
}, async () => {
  const outcomes: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 2, maxLength: 7 }), async (asked) => {
      const { id, contentHash } = await openRound();
      const settled = await Promise.allSettled(asked.map((one) => ask(one, id, contentHash)));
      settled.forEach((one, i) => {
        const name = `${asked[i]?.does} ${one.status}`;
        outcomes[name] = (outcomes[name] ?? 0) + 1;
        // Whatever is refused is refused in words: never by a constraint that the command had not asked.
        if (one.status === "rejected") expect(one.reason).toBeInstanceOf(Refusal);
      });
      expect(await misdeeds()).toEqual([]);
    }),
    { numRuns: RACES, endOnFailure: true, examples: uncontested },
  );
  // Else the rule held because nothing happened.
  for (const name of ["decide fulfilled", "edit fulfilled", "acceptAll rejected", "sign rejected"]) {
    expect(outcomes[name] ?? 0, name).toBeGreaterThan(0);
  }
});

async function settle(work: Promise<unknown>): Promise<PromiseSettledResult<unknown>> {
  const [settled] = await Promise.allSettled([work]);
  return settled;
}

test("an edit or new evidence against a sign-off: never a signature over what was not seen", {
  timeout: 900_000,
}, async () => {
  const counts = { signed: 0, refused: 0 };
  // Someone who made none of it: the races before made contributors of everybody else.
  const reviewer = { ...desk.viewer, caller: { ...desk.viewer.caller, inPerson: false } };
  await desk.db.member.updateMany({ where: { userId: reviewer.caller.id }, data: { role: "reviewer" } });
  for (let race = 0; race < RACES; race++) {
    const open = await desk.db.round.findFirst({ where: { reportId, status: "in_review" } });
    if (open) await returnRound(reviewer, { roundId: open.id, reason: "Next race." });
    const { id: roundId, contentHash, items } = await submitRound(desk.editor, { reportId });
    await decide(reviewer, {
      roundId,
      items: items.map(({ type, id }) => ({ type, id, decision: "accepted" })),
    });
    const change: Request =
      race % 3 === 0
        ? { does: "evidence", who: "editor", at: race % 2 }
        : { does: "edit", who: "editor2", at: 0 };
    const pause = () => new Promise((done) => setImmediate(done));
    const edit = () => ask(change, roundId, contentHash);
    const sign = () => signRound(reviewer, { roundId, contentHash, statement: "Checked." });
    // The first two one after the other, so that both ends are seen; the others as it falls.
    const first = race === 0 ? await settle(sign()) : race === 1 ? await settle(edit()) : null;
    const [edited, signed] = await Promise.all([
      race === 1 && first ? first : settle(edit()),
      race === 0 && first
        ? first
        : settle(
            (async () => {
              for (let wait = 0; wait < race % 12; wait++) await pause();
              return sign();
            })(),
          ),
    ]);
    expect(edited.status).toBe("fulfilled");
    if (signed.status === "rejected") expect(signed.reason).toMatchObject({ code: "outdated" });
    counts[signed.status === "fulfilled" ? "signed" : "refused"]++;
  }
  expect(await misdeeds()).toEqual([]);
  expect(counts.signed).toBeGreaterThan(0);
  expect(counts.refused).toBeGreaterThan(0);
});
