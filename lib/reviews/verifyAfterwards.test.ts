import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SignedEnvelope, signedEnvelope } from "@/lib/exporting/envelope";
import {
  correctionOf,
  HOSTILE,
  reviewerId,
  sampleSnapshot,
  signOffOf,
  testKey,
  withdrawnOf,
} from "@/lib/exporting/fixture";
import { renderHtml } from "@/lib/exporting/html/page";
import { renderJson } from "@/lib/exporting/json";
import { renderJsonLd } from "@/lib/exporting/jsonld";
import { verifyExport } from "@/lib/reviews/verify";

const signOff = signOffOf(sampleSnapshot);
const correction = correctionOf(signOff);
const withdrawal = withdrawnOf(signOff);
const corrected = signedEnvelope(sampleSnapshot, [signOff], { corrections: [correction] });
const withdrawn = signedEnvelope(sampleSnapshot, [signOff], {
  corrections: [correction],
  withdrawals: [withdrawal],
});
const forms = [
  ["json", renderJson],
  ["html", renderHtml],
] as const;
const otherKey = new Uint8Array(32).fill(9);
const someone = "019b2c00-0000-7000-8000-0000000000aa";

describe.each(forms)("%s", (_kind, render) => {
  test("with a correction is what was signed, and says what was corrected", () => {
    const verdict = verifyExport(render(corrected), [testKey]);
    expect(verdict).toMatchObject({ valid: true, reasons: [] });
    expect(verdict.corrections).toEqual([
      {
        on: correction.signed.on,
        wrong: correction.signed.wrong,
        correct: "The decree is of 31 May.",
        by: correction.signed.correctedBy,
        at: "2026-03-04T10:00:00.000Z",
        ok: true,
      },
    ]);
  });

  test("whose sign-off was withdrawn is not valid, and says by whom, when and why", () => {
    const verdict = verifyExport(render(withdrawn), [testKey]);
    expect(verdict.valid).toBe(false);
    expect(verdict.reasons).toEqual([
      `This was signed by Tom Reviewer on 2026-03-01T09:15:30.250Z, then withdrawn on 2026-03-05T10:00:00.000Z by Tom Reviewer because: ${withdrawal.signed.reason}`,
    ]);
    expect(verdict.signOffs).toMatchObject([
      { ok: true, keyTrusted: true, withdrawn: { at: "2026-03-05T10:00:00.000Z", ok: true } },
    ]);
  });
});

test("the page shows both in plain sight, escaped, and makes nothing of what is not there", () => {
  const page = renderHtml(withdrawn);
  expect(page).toContain("<strong>WITHDRAWN.</strong>");
  expect(page).toContain("<title>Withdrawn: ");
  expect(page).not.toContain(HOSTILE);
  const note = page.indexOf('id="note-019b2c00-0000-7000-8000-000000000028"');
  expect(page.indexOf("The decree is of 31 May.", note)).toBeGreaterThan(note);
  expect(page.indexOf('<h2 id="corrections">')).toBeLessThan(page.indexOf('<h2 id="memo">'));
  const plain = renderHtml(signedEnvelope(sampleSnapshot, [signOff], { corrections: [], withdrawals: [] }));
  expect(plain).toBe(renderHtml(signedEnvelope(sampleSnapshot, [signOff])));
  expect(plain).not.toContain("withdrawn-note");
});

test("as linked data a correction is an annotation that edits the one it is about", () => {
  const { reportStatus, first } = JSON.parse(renderJsonLd(withdrawn));
  expect(reportStatus).toBe("withdrawn");
  expect(first.items.at(-1)).toMatchObject({
    motivation: "http://www.w3.org/ns/oa#editing",
    creator: { name: "Mona Desk" },
    target: [`urn:uuid:${correction.signed.on.id}`, { type: "SpecificResource" }],
  });
});

describe("what is not genuine is refused", () => {
  const other = signOffOf(sampleSnapshot, {
    round: { id: reviewerId, number: 9 },
    reviewer: { id: someone, name: "Ada" },
  });
  const cases: [string, Parameters<typeof signedEnvelope>[2], RegExp][] = [
    [
      "a correction changed afterwards",
      { corrections: [{ ...correction, signed: { ...correction.signed, correct: "Nothing." } }] },
      /correction by Mona Desk is not genuine/,
    ],
    [
      "a correction with a key of the forger's own",
      { corrections: [correctionOf(signOff, {}, otherKey)] },
      /correction by Mona Desk was made with the key .* not among the keys you trust/,
    ],
    [
      "a correction of another round",
      { corrections: [correctionOf(other, {})] },
      /correction by Mona Desk is of another report or round/,
    ],
    [
      "a correction of other content",
      { corrections: [correctionOf(signOff, { contentHash: "0".repeat(64) })] },
      /over other content/,
    ],
    ["a correction twice", { corrections: [correction, correction] }, /in the file twice/],
    [
      "a withdrawal with a key of the forger's own",
      { withdrawals: [withdrawnOf(signOff, {}, otherKey)] },
      /withdrawal by Tom Reviewer was made with the key/,
    ],
    ["a withdrawal of another sign-off", { withdrawals: [withdrawnOf(other)] }, /not in this file/],
    [
      "a withdrawal in another's name",
      {
        withdrawals: [
          { ...withdrawal, signed: { ...withdrawal.signed, withdrawnBy: { id: someone, name: "Ada" } } },
        ],
      },
      /withdrawal by Ada is not genuine/,
    ],
    ["a withdrawal twice", { withdrawals: [withdrawal, withdrawal] }, /withdrawn twice/],
  ];
  test.each(cases)("%s", (_name, beside, reason) => {
    const envelope = signedEnvelope(sampleSnapshot, [signOff], beside);
    for (const file of [renderJson(envelope), renderHtml(envelope)]) {
      const verdict = verifyExport(file, [testKey]);
      expect(verdict.valid).toBe(false);
      expect(verdict.reasons.join("\n")).toMatch(reason);
    }
  });

  test("an order that Stet does not write", () => {
    const later = correctionOf(signOff, { id: someone, correctedAt: "2026-03-06T10:00:00.000Z" });
    const envelope: SignedEnvelope = structuredClone(
      signedEnvelope(sampleSnapshot, [signOff], { corrections: [correction, later] }),
    );
    expect(verifyExport(renderJson(envelope), [testKey]).valid).toBe(true);
    envelope.corrections?.reverse();
    expect(verifyExport(renderJson(envelope), [testKey]).reasons.join()).toMatch(/not in the order/);
  });

  test("a page that hides its correction or its withdrawal, or tells another", () => {
    for (const [envelope, from, to] of [
      [
        corrected,
        '<dd dir="auto">The decree is of 31 May.</dd>',
        '<dd dir="auto">The decree is of 1 May.</dd>',
      ],
      [corrected, '<div class="correction"', '<div hidden class="correction"'],
      [withdrawn, "<strong>WITHDRAWN.</strong>", "<strong>Signed.</strong>"],
    ] as const) {
      const page = renderHtml(envelope);
      const altered = page.replace(from, to);
      expect(altered).not.toBe(page);
      expect(verifyExport(altered, [testKey]).reasons.join()).toMatch(/visible content differs/);
    }
  });
});

describe("a key that was retired", () => {
  const retired = { ...testKey, retiredAt: "2026-03-03T00:00:00.000Z" };
  test("stands for what it signed before, for ever", () => {
    expect(verifyExport(renderJson(signedEnvelope(sampleSnapshot, [signOff])), [retired]).valid).toBe(true);
  });
  test("signs nothing any more", () => {
    expect(verifyExport(renderJson(corrected), [retired]).reasons.join()).toMatch(
      /correction by Mona Desk says it was made at 2026-03-04.*retired at 2026-03-03/,
    );
  });
});

test("300 random flips in what came after a sign-off: none is taken for what Stet wrote", () => {
  const file = renderJson(withdrawn);
  const original = new TextEncoder().encode(file);
  const honest = verifyExport(file, [testKey]).reasons;
  const from = file.indexOf('"corrections"');
  expect(from).toBeGreaterThan(0);
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 0, max: 7 }),
      (at, bit) => {
        const bytes = original.slice();
        const i = from + Math.floor(at * 2_000);
        bytes[i] = (bytes[i] ?? 0) ^ (1 << bit);
        const { valid, reasons } = verifyExport(bytes, [testKey]);
        expect(valid).toBe(false);
        // Not merely "withdrawn": that it was altered, too.
        expect(reasons).not.toEqual(honest);
      },
    ),
    { numRuns: 300, seed: 20110531 },
  );
}, 60_000);
