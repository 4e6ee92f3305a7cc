import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashOfLeaf, leafOf } from "@/lib/checkpoints/leaf";
import { madeCheckpoint, madeEntries, madeNext } from "@/lib/checkpoints/madeJournal.testing";
import { type SignedEnvelope, signedEnvelope } from "@/lib/exporting/envelope";
import { reviewerId, sampleSnapshot, signOffOf, testKey } from "@/lib/exporting/fixture";
import { renderHtml } from "@/lib/exporting/html/page";
import { renderJson } from "@/lib/exporting/json";
import { canonicalJson } from "@/lib/journal/canonical";
import { treeOf } from "@/lib/journal/tree/tree";
import { verifyExport } from "./verify";

const count = Number(process.env.STET_TAMPERINGS ?? 150);

/** A signed report with its sign-off's place in a journal of six entries. */
function envelopeWithProof(): SignedEnvelope {
  const { id: dossierId } = sampleSnapshot.dossier;
  const before = madeEntries(5, dossierId);
  const last = before.at(-1);
  const signOff = signOffOf(sampleSnapshot, {
    journal: { seq: 5, hash: last?.hash ?? "", checkpoints: true },
  });
  const { round, signedAt } = signOff.signed;
  const entry = madeNext(before, {
    ...{ actorId: reviewerId, at: signedAt, type: "round.signed", subject: { type: "round", id: round.id } },
    payload: { round: { id: round.id, note: "internal" }, report: { memo: "internal" }, signOff },
  });
  const six = [...before, entry];
  const tree = treeOf(six.map((one) => hashOfLeaf(leafOf(one))));
  const proof = {
    entry: leafOf(entry),
    path: tree.inclusion(5, 6),
    checkpoint: madeCheckpoint(six, dossierId),
  };
  return signedEnvelope(sampleSnapshot, [signOff], { proofs: [proof] });
}

const envelope = envelopeWithProof();
const files = { json: renderJson(envelope), html: renderHtml(envelope) };
const isValid = (file: string) => verifyExport(file, [testKey]).valid;

test("a report that shows its sign-off’s place in the journal is valid, and shows nothing else of the entry", () => {
  for (const file of Object.values(files)) {
    expect(verifyExport(file, [testKey])).toMatchObject({
      valid: true,
      reasons: [],
      signOffs: [{ journal: { seq: 6, size: 6 } }],
    });
    expect(file).not.toContain("internal");
  }
});

type Tampering = { way: "flip" | "drop" | "insert" | "swap" | "cut"; a: number; b: number };
const tampering = fc.record({
  way: fc.constantFrom("flip" as const, "drop" as const, "insert" as const, "swap" as const, "cut" as const),
  ...{ a: fc.nat(1_000_000), b: fc.nat(1_000_000) },
});

function tampered(file: string, { way, a, b }: Tampering): string {
  const [at, other] = [a % file.length, b % file.length].sort((x, y) => x - y) as [number, number];
  switch (way) {
    case "flip":
      return file.slice(0, at) + (file[at] === "a" ? "b" : "a") + file.slice(at + 1);
    case "drop":
      return file.slice(0, at) + file.slice(at + 1 + (b % 100));
    case "insert":
      return file.slice(0, at) + file.slice(other, other + 1 + (b % 20)) + file.slice(at);
    case "swap":
      return file.slice(0, at) + file[other] + file.slice(at + 1, other) + file[at] + file.slice(other + 1);
    case "cut":
      return file.slice(0, at);
  }
}

test.each(["json", "html"] as const)(
  "%s: whatever is changed in its bytes is noticed",
  (kind) => {
    fc.assert(
      fc.property(tampering, (one) => {
        const file = tampered(files[kind], one);
        fc.pre(file !== files[kind]);
        expect(isValid(file)).toBe(false);
      }),
      { numRuns: count },
    );
  },
  60_000 + count * 500,
);

/** Every object and array in a value, itself first. */
function* containers(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return;
  yield value as Record<string, unknown>;
  for (const part of Object.values(value)) yield* containers(part);
}

/** Changes something in the data itself, by way and chance. */
function rewritten({ way, a, b }: Tampering): unknown {
  const whole: unknown = structuredClone(envelope);
  // Half of the time in what surrounds the report, which is smaller than the report by far.
  const root = b % 2 === 0 ? whole : { ...(whole as object), snapshot: undefined };
  const all = [...containers(root)].filter((one) => Object.keys(one).length > 0);
  const one = all[a % all.length] ?? {};
  const keys = Object.keys(one).filter((key) => one[key] !== undefined);
  const [key = "", next = ""] = [keys[b % keys.length], keys[(b + 1) % keys.length]];
  const target = one === root && root !== whole ? (whole as Record<string, unknown>) : one;
  if (way === "insert") {
    if (Array.isArray(target)) target.push(structuredClone(target[b % target.length]));
    else target[`extra${b}`] = b;
  } else if (way === "swap") [target[key], target[next]] = [target[next], target[key]];
  else if (way === "flip") target[key] = otherThan(target[key], a);
  else if (Array.isArray(target)) target.splice(b % target.length, way === "cut" ? target.length : 1);
  else delete target[key];
  return whole;
}

function otherThan(value: unknown, salt: number): unknown {
  if (typeof value === "number") return value + 1 + (salt % 9);
  if (typeof value === "boolean") return !value;
  if (typeof value !== "string" || value === "") return `other ${salt}`;
  const at = salt % value.length;
  return value.slice(0, at) + (value[at] === "0" ? "1" : "0") + value.slice(at + 1);
}

describe("data that was changed and written anew as Stet would write it", () => {
  test.each(["json", "html"] as const)(
    "%s: is not what was signed",
    (kind) => {
      fc.assert(
        fc.property(tampering, (one) => {
          const data = rewritten(one);
          fc.pre(canonicalJson(data) !== canonicalJson(envelope));
          expect(isValid(writtenAs(kind, data))).toBe(false);
        }),
        { numRuns: count },
      );
    },
    60_000 + count * 500,
  );
});

/** The whole page is made anew where that is possible, else the data in it exchanged. */
function writtenAs(kind: "json" | "html", data: unknown): string {
  if (kind === "json") return `${canonicalJson(data)}\n`;
  try {
    return renderHtml(data as SignedEnvelope);
  } catch {
    const open = 'id="stet-report">';
    const from = files.html.indexOf(open) + open.length;
    const to = files.html.indexOf("</script>", from);
    return files.html.slice(0, from) + canonicalJson(data).replaceAll("<", "\\u003c") + files.html.slice(to);
  }
}
