import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Envelope, signedEnvelope } from "@/lib/exporting/envelope";
import {
  draftSample,
  reviewerId,
  sampleSnapshot,
  signedSample,
  signOffOf,
  testKey,
} from "@/lib/exporting/fixture";
import { renderHtml } from "@/lib/exporting/html/page";
import { renderJson } from "@/lib/exporting/json";
import { sha256Hex } from "@/lib/journal/canonical";
import type { Snapshot } from "@/lib/reports/snapshot";
import { toBase64 } from "@/lib/reviews/base64";
import { keyIdOf, publicKeyOf } from "@/lib/reviews/signature";
import { verifyExport } from "@/lib/reviews/verify";

const json = renderJson(signedSample);
const html = renderHtml(signedSample);
const kinds = [
  ["json", json],
  ["html", html],
] as const;
const reasonsOf = (file: string | Uint8Array, keys = [testKey]) =>
  verifyExport(file, keys).reasons.join("\n");
const utf8 = (text: string) => new TextEncoder().encode(text);

/** A file that the key's owner signed although the snapshot is not what a real one would be. */
function signedAnyway(change: (snapshot: Snapshot) => void): string {
  const snapshot = structuredClone(sampleSnapshot);
  change(snapshot);
  return renderJson(signedEnvelope(snapshot, [signOffOf(snapshot)]));
}

describe("what was signed", () => {
  test.each(kinds)("%s: is valid, and says by whom and when", (kind, file) => {
    expect(verifyExport(file, [testKey])).toEqual({
      valid: true,
      kind,
      status: "signed",
      reasons: [],
      signOffs: [
        {
          reviewer: { id: reviewerId, name: "Tom Reviewer" },
          signedAt: "2026-03-01T09:15:30.250Z",
          statement: "I read every passage against its source.\nTwo points stay open & are marked.",
          keyId: testKey.id,
          ok: true,
          keyTrusted: true,
        },
      ],
      report: { id: sampleSnapshot.report.id, title: sampleSnapshot.report.title, round: 2 },
      contentHash: signedSample.contentHash,
    });
    expect(verifyExport(utf8(file), [testKey]).valid).toBe(true);
  });

  test("with one of two needed sign-offs taken out is not valid", () => {
    const file = signedAnyway((snapshot) => {
      snapshot.dossier.signOffsRequired = 2;
    });
    expect(verifyExport(file, [testKey]).valid).toBe(false);
    expect(reasonsOf(file)).toContain("needs 2 sign-offs and carries 1");
  });

  test.each(kinds)("%s: two people's sign-offs are valid together", (kind) => {
    const other = signOffOf(sampleSnapshot, {
      reviewer: { id: "019b2c00-0000-7000-8000-0000000000aa", name: "Ada" },
      signedAt: "2026-03-02T00:00:00.000Z",
    });
    const envelope = signedEnvelope(sampleSnapshot, [other, signOffOf(sampleSnapshot)]);
    const verdict = verifyExport(kind === "json" ? renderJson(envelope) : renderHtml(envelope), [testKey]);
    expect(verdict.reasons).toEqual([]);
    expect(verdict.signOffs.map((s) => s.reviewer.name)).toEqual(["Tom Reviewer", "Ada"]);
  });
});

describe("300 random tamperings", () => {
  // Bytes, not characters, so that broken UTF-8 and half characters are among them.
  const tampering = fc.record({
    how: fc.constantFrom("flip", "delete", "insert", "swap", "cut", "repeat"),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    other: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    bit: fc.integer({ min: 0, max: 7 }),
    byte: fc.integer({ min: 0, max: 255 }),
  });

  test.each(kinds)(
    "%s: none is valid, none throws",
    (_kind, file) => {
      const original = utf8(file);
      fc.assert(
        fc.property(tampering, ({ how, at, other, bit, byte }) => {
          const i = Math.floor(at * original.length);
          const j = Math.floor(other * original.length);
          let bytes = Array.from(original);
          if (how === "flip") bytes[i] = (bytes[i] ?? 0) ^ (1 << bit);
          if (how === "delete") bytes.splice(i, 1);
          if (how === "insert") bytes.splice(i, 0, byte);
          if (how === "swap") [bytes[i], bytes[j]] = [bytes[j] ?? 0, bytes[i] ?? 0];
          if (how === "cut") bytes = bytes.slice(0, i);
          if (how === "repeat") bytes.splice(i, 0, ...bytes.slice(i, i + 40));
          fc.pre(bytes.some((value, k) => value !== original[k]) || bytes.length !== original.length);
          const verdict = verifyExport(Uint8Array.from(bytes), [testKey]);
          expect(verdict.valid).toBe(false);
          expect(verdict.reasons.length).toBeGreaterThan(0);
        }),
        { numRuns: 300, seed: 20140609 },
      );
    },
    120_000,
  );
});

describe("changed content", () => {
  const changes: [string, (e: Envelope) => void, RegExp][] = [
    ["a note", (e) => set(e.snapshot.annotations[0], { note: "Other." }), /changed after signing/],
    ["a check status", (e) => set(e.snapshot.annotations[4], { checkStatus: "confirmed" }), /changed after/],
    ["a link left out", (e) => void e.snapshot.links.pop(), /changed after signing/],
    ["the memo", (e) => set(e.snapshot.report, { memo: "" }), /changed after signing/],
    ["a person's name", (e) => set(e.snapshot.people[0], { name: "Someone" }), /changed after signing/],
    ["the hash alone", (e) => set(e, { contentHash: "0".repeat(64) }), /not what its own hash names/],
    [
      "the signed time",
      (e) => set(signOff(e).signed, { signedAt: "2026-03-01T09:15:31.250Z" }),
      /not genuine/,
    ],
    ["the reviewer's name", (e) => set(signOff(e).signed.reviewer, { name: "Ada" }), /not genuine/],
    ["the key", (e) => set(signOff(e), { publicKey: toBase64(new Uint8Array(32)) }), /not the key that/],
    ["a sign-off twice", (e) => void (e.status === "signed" && e.signOffs.push(signOff(e))), /counted twice/],
  ];
  function set<T extends object>(target: T | undefined, change: Partial<T>): void {
    Object.assign(target ?? {}, change);
  }
  function signOff(envelope: Envelope) {
    const [first] = envelope.status === "signed" ? envelope.signOffs : [];
    if (!first) throw new Error("Not signed.");
    return first;
  }

  test.each(changes)("%s", (_name, change, reason) => {
    const envelope = structuredClone(signedSample);
    change(envelope);
    for (const file of [renderJson(envelope), renderHtml(envelope)]) {
      expect(verifyExport(file, [testKey]).valid).toBe(false);
      expect(reasonsOf(file)).toMatch(reason);
    }
  });

  test("hash and all, signed with a key of the forger's own", () => {
    const snapshot = structuredClone(sampleSnapshot);
    snapshot.report.memo = "Forged.";
    const file = renderJson(signedEnvelope(snapshot, [signOffOf(snapshot, {}, new Uint8Array(32).fill(9))]));
    const id = keyIdOf(publicKeyOf(new Uint8Array(32).fill(9)));
    expect(reasonsOf(file)).toContain(`the key ${id}, which is not among the keys you trust`);
    // A trusted id with another key's bytes is no trust.
    expect(verifyExport(file, [{ ...testKey, id }]).valid).toBe(false);
  });

  test("a genuine sign-off of another report or round is not taken", () => {
    const other = signOffOf(sampleSnapshot, { report: { id: reviewerId, title: "Other" } });
    expect(reasonsOf(renderJson(signedEnvelope(sampleSnapshot, [other])))).toMatch(/for another report/);
    const round = signOffOf(sampleSnapshot, {
      round: { id: reviewerId, number: 9 },
      reviewer: { id: "019b2c00-0000-7000-8000-0000000000aa", name: "Ada" },
    });
    const mixed = signedEnvelope(sampleSnapshot, [signOffOf(sampleSnapshot), round]);
    expect(reasonsOf(renderJson(mixed))).toMatch(/different reports or rounds/);
  });

  test.each<[string, (s: Snapshot) => void, RegExp]>([
    [
      "a text that its hash does not name",
      (s) => set(s.articles[0]?.revision, { sha256: "0".repeat(64) }),
      /hash/,
    ],
    [
      "a text that its document does not say",
      (s) => {
        const text = "Another text";
        set(s.articles[0]?.revision, { text, sha256: sha256Hex(text) });
      },
      /differs from its own document/,
    ],
    ["a quote from elsewhere", (s) => set(s.annotations[0], { start: 0 }), /not what stands at its place/],
    ["a passage of no article", (s) => set(s.annotations[0], { articleId: reviewerId }), /not in the report/],
    ["a link to nothing", (s) => set(s.links[0], { to: reviewerId }), /does not join two/],
    ["evidence for nothing", (s) => set(s.evidence[0], { annotationId: reviewerId }), /not in the report/],
    ["two things with one id", (s) => set(s.annotations[1], { id: s.annotations[0]?.id }), /same id/],
    ["work of the reviewer's own", (s) => set(s.annotations[0], { updatedBy: reviewerId }), /contributed/],
    ["a kind there is not", (s) => set(s.annotations[0], { kind: "rumour" as "claim" }), /form/],
  ])("signed, but impossible: %s", (_name, change, reason) => {
    expect(reasonsOf(signedAnyway(change))).toMatch(reason);
  });
});

describe("a file that shows something else than its data", () => {
  const differs = "The page’s visible content differs from its signed data.";
  test.each([
    ["a word", html.replace("Tom Reviewer", "Tim Reviewer")],
    ["a style that hides", html.replace("mark{color:inherit", "mark{display:none")],
    ["a script", html.replace("</body>", "<script>alert(1)</script></body>")],
    ["a comment", html.replace("</main>", "</main><!-- -->")],
    ["a trailing space", `${html} `],
    ["line ends of another system", html.replaceAll("\n", "\r\n")],
    ["the data spelled otherwise", html.replace("\\u003c", "\\u003C")],
  ])("%s in the page", (_name, file) => {
    expect(file).not.toBe(html);
    expect(verifyExport(file, [testKey]).reasons).toEqual([differs]);
  });

  test("a page of another edition says so", () => {
    expect(
      reasonsOf(html.replace('name="stet-edition" content="1"', 'name="stet-edition" content="99"')),
    ).toMatch(/edition 99/);
  });

  test.each([
    [
      "a repeated key, of which readers may take either",
      json.replace('{"contentHash"', '{"status":"draft","contentHash"'),
    ],
    ["a repeated key inside", json.replace('"note":"Crosses', '"note":"Hidden","note":"Crosses')],
    ["pretty spaces", `${JSON.stringify(JSON.parse(json), null, 2)}\n`],
    ["another spelling of a number", json.replace('"value":4500', '"value":4.5e3')],
    ["another spelling of a character", json.replace("Rana", "R\\u0061na")],
    ["no line feed", json.trimEnd()],
  ])("%s in the JSON", (_name, file) => {
    expect(file).not.toBe(json);
    expect(verifyExport(file, [testKey]).reasons).toEqual([
      "The file is not written the way Stet writes its signed data, byte for byte.",
    ]);
  });
});

describe("not signed, not ours, hostile", () => {
  test.each([renderJson(draftSample), renderHtml(draftSample)])("a draft is never valid", (file) => {
    const verdict = verifyExport(file, [testKey]);
    expect(verdict).toMatchObject({ valid: false, status: "draft", signOffs: [] });
    expect(verdict.reasons).toEqual(["This is a draft: nobody has signed it."]);
  });

  test("a draft dressed up as signed is not", () => {
    const { exportedAt: _, ...rest } = JSON.parse(renderJson(draftSample));
    const file = JSON.stringify({ ...rest, status: "signed", signOffs: [] });
    expect(verifyExport(file, [testKey]).valid).toBe(false);
  });

  test("without the key there is no verdict of validity, but how to get one", () => {
    const verdict = verifyExport(json, []);
    expect(verdict.signOffs).toMatchObject([{ ok: true, keyTrusted: false }]);
    expect(verdict.valid).toBe(false);
    expect(verdict.reasons).toHaveLength(1);
    expect(verdict.reasons[0]).toMatch(
      new RegExp(`${testKey.id}.*Get the public key that the newsroom publishes`),
    );
  });

  const frame = (snapshot: string) => json.replace(/"snapshot":.*\}\n$/s, `"snapshot":${snapshot}}`);
  test.each([
    ["nothing", ""],
    ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff)],
    ["other JSON", "[]"],
    ["an empty object", "{}"],
    ["another page", "<!doctype html><p>Hello"],
    ["two data blocks", html.replace("<main>", `${html.match(/<script.*<\/script>/s)?.[0]}<main>`)],
    ["a data block that never ends", html.replace("</script>", "")],
    ["a byte order mark", `\ufeff${json}`],
    ["deep arrays", "[".repeat(1_000_000)],
    ["deep arrays in the snapshot", frame(`${"[".repeat(500_000)}${"]".repeat(500_000)}`)],
    ["deep objects in the snapshot", frame(`${'{"a":'.repeat(200_000)}1${"}".repeat(200_000)}`)],
    ["a snapshot that is none", frame("null")],
    ["a prototype", frame('{"__proto__":{"report":{}},"constructor":1}')],
    ["toJSON", frame('{"toJSON":"x"}')],
    ["a number too large", frame("1e999")],
    ["many sign-offs", json.replace('"signOffs":[', `"signOffs":[${"{},".repeat(100_000)}`)],
    ["six megabytes of brackets", frame(`[${"[],".repeat(2_000_000)}0]`)],
    ["sixty-five megabytes", " ".repeat(65 * 1024 * 1024)],
  ])(
    "%s",
    (_name, file) => {
      const verdict = verifyExport(file, [testKey]);
      expect(verdict.valid).toBe(false);
      expect(verdict.reasons[0]).toMatch(/\.$/);
    },
    60_000,
  );

  test("whatever text comes, there is a verdict", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.json().map(frame)), (file) => {
        expect(verifyExport(file, [testKey]).valid).toBe(false);
      }),
    );
  });
});
